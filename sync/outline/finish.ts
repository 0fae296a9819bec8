import { cadencesIn, type PlanNode, type PlanReading, say } from '../model/index.ts';
import { type Draft, everyDraft, type Where } from './draft.ts';
import { fail, type Note, warn } from './note.ts';

type Finished = Pick<PlanReading, 'items' | 'sources' | 'issues'>;

/** What a plan node can hold; see `planNode`. */
const most = { text: 8000, remarks: 4000, units: 60, unit: 60, children: 500, items: 200 } as const;

/** Where a row or cell of the plan's table stands in the file. */
export type WhereOf = (row: number, column?: number) => Where;

const placeOf = (at: Note['at'], whereOf: WhereOf): Where =>
  at?.where ?? (at?.row === undefined ? {} : whereOf(at.row, at.column));

/** Turns drafts into plan nodes, gives every node its path and every note its place. */
export function finish(drafts: readonly Draft[], notes: readonly Note[], whereOf: WhereOf): Finished {
  const cuts: Note[] = [];
  const items = within(drafts, most.items, cuts).map(draft => nodeOf(draft, cuts));
  const paths = new Map<Draft, string>();
  const number = (list: readonly Draft[], prefix: string): void =>
    list.forEach((draft, i) => {
      paths.set(draft, `${prefix}${i}`);
      number(draft.children.slice(0, most.children), `${prefix}${i}.`);
    });
  number(drafts.slice(0, most.items), '');
  return {
    items,
    sources: [...everyDraft(drafts)].flatMap(draft => {
      const at = paths.get(draft);
      return at === undefined ? [] : [{ at, ...placeOf(draft.source, whereOf) }];
    }),
    issues: atMost([...notes, ...cuts]).map(note => issueOf(note, whereOf, paths)),
  };
}

/** A list of something else than a plan may raise thousands; nobody reads them. Errors are never among those left out. */
const mostNotes = 500;

function atMost(notes: readonly Note[]): readonly Note[] {
  const errors = notes.filter(({ severity }) => severity === 'error');
  const others = notes.filter(({ severity }) => severity !== 'error');
  if (others.length <= mostNotes) return notes;
  return [...errors, ...others.slice(0, mostNotes), warn('more_doubts', { count: others.length - mostNotes })];
}

function within(drafts: readonly Draft[], limit: number, cuts: Note[]): readonly Draft[] {
  const [first] = drafts.slice(limit);
  if (first) cuts.push(fail('too_many_nodes', { count: drafts.length - limit, limit }, { at: first.source }));
  return drafts.slice(0, limit);
}

function nodeOf(draft: Draft, cuts: Note[]): PlanNode {
  const shorten = (text: string, limit: number): string => {
    if (text.length > limit) cuts.push(fail('text_cut', { limit }, { at: draft.source, draft }));
    return text.slice(0, limit).toWellFormed();
  };
  const isUnit = (name: string): boolean => name.length <= most.unit;
  const units = draft.units.filter(isUnit).slice(0, most.units);
  const others = draft.units.filter(name => !units.includes(name));
  return {
    label: draft.label,
    text: shorten(draft.text, most.text),
    units,
    checkMonths: [...draft.checkMonths].sort((a, b) => a - b),
    cadence: [...new Set([...cadencesIn(draft.text), ...draft.cadence])],
    remarks: shorten([...draft.remarks, ...others].join('\n'), most.remarks),
    children: within(draft.children, most.children, cuts).map(child => nodeOf(child, cuts)),
  };
}

function issueOf(
  { code, severity, params, at, draft }: Note,
  whereOf: WhereOf,
  paths: ReadonlyMap<Draft, string>,
): PlanReading['issues'][number] {
  const path = draft && paths.get(draft);
  const message = say(code, 'zh-TW', params);
  return { code, severity, message, params, ...placeOf(at, whereOf), ...(path === undefined ? {} : { at: path }) };
}
