import { noSections, type PlanSections } from '../../model/index.ts';
import { excerpt, inform, type Note, warn } from '../note.ts';
import { isPlanTable } from '../plan-tables.ts';
import { entriesOf, proseOf } from './entries.ts';
import { isAnnexTitle } from './headings.ts';
import { isText, type Piece } from './piece.ts';
import { isReviewTable, readReviews } from './reviews.ts';
import type { Parts, Section } from './split.ts';
import { isTaskForce, readTaskForce } from './task-force.ts';

export interface SectionsRead {
  readonly sections: PlanSections;
  readonly notes: readonly Note[];
}

/** Reads what a plan says around its tree. @param taken pieces that the tree was read from */
export function readSections(parts: Parts, taken: ReadonlySet<Piece>): SectionsRead {
  const notes: Note[] = [];
  const draft = structuredClone(noSections) as { -readonly [Key in keyof PlanSections]: PlanSections[Key] };
  const seen = new Set<Section['kind']>();
  const told = new Set<Piece>();
  const once = ({ kind, heading }: Section): void => {
    if (seen.has(kind))
      notes.push(warn('section_repeated', { heading: excerpt(heading.text) }, { at: { where: heading.where } }));
    seen.add(kind);
  };
  const prose = (before: string, pieces: readonly Piece[]): string =>
    [before, proseOf(pieces)].filter(Boolean).join('\n');
  const readers: Readonly<Record<Section['kind'], (section: Section, pieces: readonly Piece[]) => void>> = {
    basis: (section, pieces) => {
      once(section);
      draft.basis.push(...entriesOf(pieces).map(({ text }) => text));
    },
    goals: (section, pieces) => {
      once(section);
      draft.goals.push(...entriesOf(pieces).map(({ text }) => text));
    },
    scope: (section, pieces) => {
      once(section);
      draft.scope = prose(draft.scope, pieces);
    },
    closing: (section, pieces) => {
      once(section);
      draft.closing = prose(draft.closing, pieces);
    },
    // 考核 and 獎勵 are often sections of their own.
    reviews: (_, pieces) => {
      for (const piece of pieces) if (piece.kind === 'table' && isReviewTable(piece)) told.add(piece);
      const read = readReviews(pieces);
      draft.reviews.push(...read.reviews);
      notes.push(...read.notes);
    },
    taskForce: (section, pieces) => {
      const texts = pieces.filter(isText);
      const members = texts.flatMap(({ text, mark }) => memberOf(mark?.rest ?? text));
      draft.taskForce.push(...members);
      if (members.length < texts.length) unread(section);
    },
    content: (_, pieces) => {
      for (const { text, where } of pieces.filter(isText)) {
        notes.push(inform('row_outside', { text: excerpt(text) }, { at: { where } }));
      }
    },
    other: section => unread(section),
  };
  const unread = ({ heading }: Section): void => {
    notes.push(inform('section_unread', { heading: excerpt(heading.text) }, { at: { where: heading.where } }));
  };
  for (const section of parts.sections) {
    const left = section.pieces.filter(piece => !taken.has(piece));
    if (left.length === 0 && section.pieces.length > 0) continue;
    readers[section.kind](section, withoutCaptions(left));
  }
  for (const piece of [...parts.front, ...parts.sections.flatMap(({ pieces }) => pieces)]) {
    if (piece.kind !== 'table' || taken.has(piece) || told.has(piece)) continue;
    const members = readTaskForce(piece.grid);
    if (members) draft.taskForce.push(...members);
    else if (isPlanTable(piece))
      notes.push(warn('table_elsewhere', { sheet: piece.grid.name }, { at: { where: piece.where } }));
    else if (piece.grid.rows.length > 0) {
      const text = excerpt(piece.grid.rows[0]!.cells.map(cell => cell.text).join(' '));
      notes.push(inform('table_unread', { text }, { at: { where: piece.where } }));
    }
  }
  const group = draft.taskForce.length === 0 ? groupIn(parts.annex) : null;
  if (group) draft.taskForce.push(...group.members);
  const annex = parts.annex.find(piece => !taken.has(piece) && !group?.pieces.has(piece));
  if (annex) {
    const text = annex.kind === 'text' ? annex.text : (annex.grid.rows[0]?.cells[0]?.text ?? '');
    notes.push(inform('annex_unread', { text: excerpt(text) }, { at: { where: annex.where } }));
  }
  return within(draft, notes);
}

/** The group that a plan names in an annex: its table, and the titles above that. */
function groupIn(annex: readonly Piece[]): { members: PlanSections['taskForce']; pieces: ReadonlySet<Piece> } | null {
  const at = annex.findIndex(piece => piece.kind === 'table' && isTaskForce(piece.grid));
  const table = annex[at];
  if (table?.kind !== 'table') return null;
  const above = annex.slice(0, at).findLastIndex(piece => piece.kind === 'table' || piece.mark !== null) + 1;
  return { members: [...(readTaskForce(table.grid) ?? [])], pieces: new Set(annex.slice(above, at + 1)) };
}

/** The line above a list of members names it, and is no entry. */
const withoutCaptions = (pieces: readonly Piece[]): readonly Piece[] =>
  pieces.filter((piece, i) => {
    const next = pieces[i + 1];
    if (piece.kind !== 'text') return true;
    if (isAnnexTitle(piece.text) && next?.kind === 'table') return false;
    return !(next?.kind === 'table' && isTaskForce(next.grid) && piece.mark === null && !/[。；：:]$/.test(piece.text));
  });

const member = /^([^:：，。]{2,12})[:：]\s*([^。]{2,60})[。]?$/;

function memberOf(text: string): PlanSections['taskForce'] {
  const match = member.exec(text.trim());
  return match ? [{ title: match[1]!, member: match[2]!.trim(), duty: '', remarks: '' }] : [];
}

/** Where a list or a text is longer than what is kept of it, the rest is cut and said. */
function within(draft: PlanSections, notes: readonly Note[]): SectionsRead {
  const cuts: Note[] = [];
  const cut = (field: string, limit: number): void => {
    if (!cuts.some(({ params }) => params.field === field)) cuts.push(warn('section_cut', { field, limit }));
  };
  const text = (field: string, value: string, limit: number): string => {
    if (value.length > limit) cut(field, limit);
    return value.replaceAll('\0', '').slice(0, limit).toWellFormed();
  };
  const list = <T>(field: string, values: readonly T[], limit: number): readonly T[] => {
    if (values.length > limit) cut(field, limit);
    return values.slice(0, limit);
  };
  /** Names are never empty. */
  const name = (field: string, value: string, limit: number): string => text(field, value.trim(), limit).trim() || '－';
  const sections: PlanSections = {
    basis: list('計畫依據', draft.basis, 50).map(value => text('計畫依據', value, 4000)),
    goals: list('計畫目標', draft.goals, 50).map(value => text('計畫目標', value, 4000)),
    scope: text('實施對象', draft.scope, 4000),
    reviews: list('推動及管考', draft.reviews, 50).map(review => ({
      ...review,
      text: text('推動及管考', review.text, 4000),
      submitTo: review.submitTo.slice(0, 20),
      forms: review.forms.slice(0, 20),
    })),
    taskForce: list('編組表', draft.taskForce, 100).map(({ title, member: who, duty, remarks }) => ({
      title: name('編組表', title, 100),
      member: name('編組表', who, 200),
      duty: text('編組表', duty, 2000),
      remarks: text('編組表', remarks, 1000),
    })),
    closing: text('其他', draft.closing, 4000),
  };
  return { sections, notes: [...notes, ...cuts] };
}
