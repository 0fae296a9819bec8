import { filledFields, type SheetCorrection, type SheetProfile } from '../../model/index.ts';
import { parseAddress, type Sheet } from '../../sheet/index.ts';

/** Where answers go, cell by cell. */
const answerCells = ({ rows }: SheetProfile): readonly string[] =>
  rows.flatMap(({ cells }) => [
    ...filledFields.flatMap(field => cells[field] ?? []),
    ...Object.values(cells.resultTicks ?? {}),
  ]);

/** Adds how many answer cells are locked on a protected sheet, and whether a person said to fill them all the same. */
export function withLocks(profile: SheetProfile, sheet: Sheet, correction: SheetCorrection | null): SheetProfile {
  if (!sheet.protected) return profile;
  const locked = answerCells(profile).filter(address => {
    const place = parseAddress(address);
    return place !== null && (sheet.anchor(place.row, place.column)?.locked ?? true);
  });
  if (locked.length === 0) return profile;
  return { ...profile, lockedAnswers: locked.length, ...(correction?.fillLocked ? { fillLocked: true } : {}) };
}
