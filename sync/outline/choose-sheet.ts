import { findSections, type Section } from './layout.ts';
import { type Note, warn } from './note.ts';
import type { TablePiece } from './sections/piece.ts';

interface Candidate {
  readonly sheet: TablePiece;
  readonly sections: readonly Section[];
}

export interface ChosenSheet extends Candidate {
  /** Other sheets that hold a plan too. */
  readonly notes: readonly Note[];
}

/** The sheet that likeliest holds the plan; null when none has the headings of one. */
export function chooseSheet(sheets: readonly TablePiece[]): ChosenSheet | null {
  const candidates = sheets
    .map(sheet => ({ sheet, sections: findSections(sheet.grid) }))
    .filter(({ sections }) => sections.some(section => section.rows.length > 0));
  const [chosen, ...others] = candidates.sort((a, b) => likelihood(b) - likelihood(a));
  if (!chosen) return null;
  return { ...chosen, notes: others.map(({ sheet }) => warn('table_elsewhere', { sheet: sheet.grid.name })) };
}

/** A sheet that people see counts first, then how much of the heading is known, then how long the table is. */
function likelihood({ sheet, sections }: Candidate): number {
  const fields = new Set(sections[0]!.columns.map(({ field }) => field).filter(field => field !== null));
  const rows = sections.reduce((sum, section) => sum + section.rows.length, 0);
  return (sheet.grid.visible ? 1_000_000 : 0) + fields.size * 20_000 + rows;
}
