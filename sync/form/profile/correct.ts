import type { FormProfile, Issue, ProfileCorrection } from '../../model/index.ts';
import type { Sheets } from '../../sheet/index.ts';
import { agencyIn } from './agency.ts';
import { doubt } from './doubts.ts';
import { drawnBoxesOf } from './drawn-boxes.ts';
import { withLocks } from './locked.ts';
import { profileSheet, type SheetFinding } from './sheet.ts';
import { tenable } from './tenable.ts';
import { profileTurned, turnedOver } from './turned-form.ts';

/**
 * Finds the form on every visible sheet of a workbook. Never throws on bad input: a workbook without a form gives no
 * sheets and the issue `form_not_found`. Reading takes time in proportion to the cells.
 */
export const profileForm = (workbook: Sheets): FormProfile => correctProfile(workbook, []);

/**
 * The profile with a person's corrections laid over what is found; all that depends on them is found anew. What of them cannot
 * be followed, such as columns that the sheet does not have, is left out and told among the issues.
 */
export function correctProfile(workbook: Sheets, corrections: ProfileCorrection): FormProfile {
  const { corrections: wishes, issues } = tenable(workbook, corrections);
  const found = workbook.sheets.flatMap(sheet => {
    const correction = wishes.get(sheet.name) ?? null;
    if (sheet.state !== 'visible' && !correction) return [];
    const isTurned = turnedOver(sheet, correction) !== null;
    const finding = isTurned ? profileTurned(sheet, correction) : profileSheet(sheet, correction);
    if (!finding) return [];
    const issues = [...finding.issues, ...drawnBoxesOf(sheet)];
    return { ...finding, issues, profile: withLocks(finding.profile, sheet, correction) };
  });
  return {
    agencyName: found.map(({ agencyName }) => agencyName).find(name => name !== null) ?? agencyOf(found),
    period: found.map(({ period }) => period).find(period => period !== null) ?? null,
    sheets: found.map(({ profile }) => profile),
    issues: [...issues, ...(found.length > 0 ? found.flatMap(({ issues }) => issues) : [nothing(workbook)])],
  };
}

/** From a line above the table, unless a cell for the agency's name is still to be written in. */
function agencyOf(found: readonly SheetFinding[]): string | null {
  if (found.some(({ profile }) => profile.agencyCell !== null)) return null;
  return found.flatMap(({ titles }) => titles.map(agencyIn)).find(name => name !== null) ?? null;
}

function nothing(workbook: Sheets): Issue {
  const sheets = workbook.sheets.map(({ name }) => name).join('、');
  return doubt('form_not_found', 'error', { sheets: sheets.length > 60 ? `${sheets.slice(0, 60)}…` : sheets });
}
