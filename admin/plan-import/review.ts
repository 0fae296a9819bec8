import {
  type Issue,
  type PlanNode,
  type PlanReading,
  type PlanSections,
  planSections,
} from '../../sync/model/index.ts';
import {
  blankContent,
  edited,
  type ItemContent,
  insertAt,
  mergedUp,
  nextLabel,
  nodesOf,
  type OutlineRow,
  place,
  renumbered,
  rowAbove,
  rowsOf,
  type Slot,
  settle,
  slotOf,
  splitLabel,
  subtreeIds,
  without,
} from '../plan-tree/outline/index.ts';
import { tidied } from '../plans/sections/parts.ts';
import type { Decision } from './unit-decisions.ts';

/** Where a row's text began in the file. */
export type Source = Omit<PlanReading['sources'][number], 'at'>;

export interface ReviewIssue
  extends Pick<Issue, 'code' | 'severity' | 'message' | 'params' | 'sheet' | 'row' | 'column' | 'page' | 'line'> {
  /** The row it stands beside; null when it is about the whole file. */
  readonly rowId: string | null;
  readonly seen: boolean;
}

/** What was understood of a file, as far as a person has corrected it. It is plain data and can be kept. */
export interface Review {
  readonly sha256: string;
  readonly fileName: string;
  readonly agencyName: string;
  readonly title: string;
  readonly year: number | null;
  readonly rows: readonly OutlineRow[];
  /** What the file says around its table, and by which letter the plan was issued. */
  readonly sections: PlanSections;
  readonly document: PlanReading['document'];
  readonly sources: Readonly<Record<string, Source>>;
  readonly issues: readonly ReviewIssue[];
  readonly decisions: Readonly<Record<string, Decision>>;
  /** How many rows were added, so that each has an id of its own. */
  readonly added: number;
}

const idAt = (path: string): string => `r${path}`;

/** The beginning: just what was read. */
export function reviewOf(reading: PlanReading): Review {
  return {
    sha256: reading.sha256,
    fileName: reading.fileName,
    agencyName: reading.agencyName,
    title: reading.title,
    year: reading.year,
    rows: settle(rowsOf(reading.items, idAt)),
    sections: planSections.strip().parse(reading),
    document: reading.document,
    sources: Object.fromEntries(reading.sources.map(({ at, ...source }) => [idAt(at), source])),
    issues: reading.issues.map(({ at, code, severity, message, params, sheet, row, column, page, line }) => ({
      code,
      severity,
      message,
      ...(params ? { params } : {}),
      ...(sheet ? { sheet } : {}),
      ...(row ? { row } : {}),
      ...(column ? { column } : {}),
      ...(page ? { page } : {}),
      ...(line ? { line } : {}),
      rowId: at === undefined ? null : idAt(at),
      seen: false,
    })),
    decisions: {},
    added: 0,
  };
}

/** Doubts that a person has not dealt with; what is only told asks for nothing. */
export const isOpen = (issue: ReviewIssue): boolean => !issue.seen && issue.severity !== 'info';

export const openIssues = ({ issues }: Review): readonly ReviewIssue[] => issues.filter(isOpen);

/** The issues beside each row. */
export const issuesByRow = ({ issues }: Review): ReadonlyMap<string | null, readonly ReviewIssue[]> =>
  Map.groupBy(issues, issue => issue.rowId);

export const markSeen = (review: Review, rowId: string | null, seen: boolean): Review => ({
  ...review,
  issues: review.issues.map(issue => (issue.rowId === rowId ? { ...issue, seen } : issue)),
});

/** What is asked for at the top of the page, and the doubts that are settled once it is written there. */
const asksFor: Readonly<Record<string, 'title' | 'year'>> = { title_missing: 'title', year_missing: 'year' };

export const writeHead = (review: Review, part: Partial<Pick<Review, 'title' | 'year' | 'sections'>>): Review => ({
  ...review,
  ...part,
  issues: review.issues.map(issue => {
    const field = asksFor[issue.code];
    return field !== undefined && part[field] ? { ...issue, seen: true } : issue;
  }),
});

/** Whoever corrected a row has looked at it. */
export const write = (review: Review, id: string, change: Partial<ItemContent>): Review =>
  markSeen({ ...review, rows: edited(review.rows, id, change) }, id, true);

export const moveTo = (review: Review, id: string, slot: Slot): Review => ({
  ...review,
  rows: place(review.rows, id, slot),
});

const withoutIssuesOf = (review: Review, gone: ReadonlySet<string>): Review['issues'] =>
  review.issues.filter(issue => issue.rowId === null || !gone.has(issue.rowId));

export function removeRow(review: Review, id: string): Review {
  const gone = subtreeIds(review.rows, id);
  return { ...review, rows: without(review.rows, id), issues: withoutIssuesOf(review, gone) };
}

/** Parts a row in two: what comes after becomes a row of its own, below and of the same level, from the same place of the file. */
export function split(review: Review, id: string, kept: Pick<ItemContent, 'label' | 'text'>, after: string) {
  const slot = slotOf(review.rows, id);
  if (!slot) return { review, id };
  const { label, text } = splitLabel(after);
  const content = label === null ? { text } : { label, text };
  const added = addRow(write(review, id, kept), { ...slot, index: slot.index + 1 }, content);
  const source = review.sources[id];
  const sources = source ? { ...review.sources, [added.id]: source } : review.sources;
  return { review: { ...added.review, sources }, id: added.id };
}

/** Joins a row onto the one above it; whoever did so has looked at both. */
export function merge(review: Review, id: string): Review {
  const above = rowAbove(review.rows, id);
  if (!above) return review;
  const joined = { ...review, rows: mergedUp(review.rows, id), issues: withoutIssuesOf(review, new Set([id])) };
  return markSeen(joined, above.id, true);
}

/** Adds a row with the number that comes next, or with what is given. */
export function addRow(review: Review, slot: Slot, content?: Partial<ItemContent>): { review: Review; id: string } {
  const id = `n${review.added}`;
  const previous = review.rows.filter(row => row.parentId === slot.parentId)[slot.index - 1];
  const parent = review.rows.find(row => row.id === slot.parentId);
  const label = nextLabel(previous?.label, parent ? parent.depth + 1 : 0);
  const row: OutlineRow = { ...blankContent, label, ...content, id, parentId: slot.parentId, position: 0, depth: 0 };
  return { review: { ...review, rows: insertAt(review.rows, row, slot), added: review.added + 1 }, id };
}

/** Adds nested nodes one after another. */
export function addNodes(
  review: Review,
  nodes: readonly PlanNode[],
  slot: Slot,
): { review: Review; id: string | null } {
  let next = review;
  let first: string | null = null;
  const grow = (siblings: readonly PlanNode[], parentId: string | null, start: number): void => {
    for (const [n, node] of siblings.entries()) {
      const { children, units, checkMonths, cadence, ...rest } = node;
      const content = { ...rest, units: [...units], checkMonths: [...checkMonths], cadence: [...cadence] };
      const added = addRow(next, { parentId, index: start + n }, content);
      next = added.review;
      first ??= added.id;
      grow(children, added.id, 0);
    }
  };
  grow(nodes, slot.parentId, slot.index);
  return { review: next, id: first };
}

/** Counts the siblings of a row anew from the first. */
export function renumber(review: Review, id: string): Review {
  const parentId = review.rows.find(row => row.id === id)?.parentId ?? null;
  const siblings = review.rows.filter(row => row.parentId === parentId);
  const labels = renumbered(siblings.map(row => row.label));
  const byId = new Map(siblings.map((row, n) => [row.id, labels[n] ?? null]));
  const rows = review.rows.map(row =>
    byId.has(row.id) && byId.get(row.id) !== row.label ? { ...row, label: byId.get(row.id) ?? null } : row,
  );
  return { ...review, rows };
}

/** What the API creates the plan from. */
export const bodyOf = ({ title, year, sha256, rows, sections, document }: Review) => ({
  title: title.trim(),
  year,
  sections: tidied(sections),
  documentDate: document?.date ?? null,
  documentNumber: document?.number ?? null,
  sourceSha256: sha256,
  items: nodesOf(rows),
});
