import type { OursRow } from '../../merge/index.ts';
import {
  type AnswerField,
  choicesOf,
  decisionKey,
  type FieldChange,
  type Issue,
  type RowChange,
} from '../../model/index.ts';
import { type Agreed, cellText, type HomeSide, isPlain, type SyncPlan, withAgreed } from '../../sheet/google/index.ts';
import { type CellPatch, patchWorkbook } from '../../sheet/index.ts';
import { FileFailed } from '../command.ts';
import { writeWhole } from '../files.ts';
import { type FormFile, readFormFile } from './form-file.ts';
import { baseOf, type SheetMemory, writeMemory } from './state-file.ts';

/** Which way changes go: `push` takes nothing into the file. */
export type Way = 'push' | 'pull' | 'sync';

/** A field of a row that both sides changed, or that came in. */
export interface Told {
  readonly rowId: string;
  readonly field: AnswerField;
  readonly base: string | null;
  readonly ours: string | null;
  readonly theirs: string | null;
}

export interface FileHome extends HomeSide {
  /** What was taken into the file. */
  readonly taken: readonly Told[];
  /** What waits for a person, after the last look. */
  readonly conflicts: readonly Told[];
  readonly issues: readonly Issue[];
  readonly keepMark: (mark: string | null) => Promise<void>;
}

export interface FileHomeOptions {
  readonly way: Way;
  /** Whose word counts where both changed the same; undefined leaves it to a person. */
  readonly prefer: 'ours' | 'theirs' | undefined;
}

export const toldOf = ({ rowId }: RowChange, { field, base, ours, theirs }: FieldChange): Told => ({
  rowId,
  field,
  base,
  ours,
  theirs,
});

/** The side of the file: answers stand in the form, what was agreed on in the file beside it. */
export function fileHome(first: FormFile, memory: SheetMemory, { way, prefer }: FileHomeOptions): FileHome {
  let form = first;
  let state = memory;
  const taken: Told[] = [];
  let conflicts: readonly Told[] = [];
  const issues: Issue[] = [];
  const keep = async (next: Partial<SheetMemory>): Promise<void> => {
    state = { ...state, ...next };
    await writeMemory(form.path, state);
  };
  const agree = (agreed: Agreed): Partial<SheetMemory> => ({
    base: Object.fromEntries([...withAgreed(baseOf(state), agreed)].map(([rowId, { answer }]) => [rowId, answer])),
  });
  // A word that is no result was never agreed on, and is not sent as a clearing.
  const ours = (): ReadonlyMap<string, OursRow> =>
    new Map(
      [...form.answers].map(([rowId, answer]) => {
        const known = form.unread.has(rowId)
          ? { result: (state.base[rowId]?.result ?? null) as typeof answer.result }
          : {};
        return [rowId, { answer: { ...answer, ...known }, version: 1, locked: false }];
      }),
    );

  /** Writes cells of the file; those that cannot be written are told and stay as they are. */
  const write = async (changes: readonly Told[]): Promise<readonly Told[]> => {
    const patches = changes.flatMap((change): (CellPatch & { change: Told })[] => {
      const place = form.places.get(decisionKey(change.rowId, change.field));
      const text = cellText(change.field, change.theirs);
      return place
        ? [{ ...place, value: text === '' ? { kind: 'blank' } : { kind: 'text', value: text }, change }]
        : [];
    });
    const result = patchWorkbook(form.book.bytes, form.book.file, patches);
    if (!result.ok) throw new FileFailed(result.issue);
    await writeWhole(form.path, result.bytes);
    form = await readFormFile(form.path);
    issues.push(...result.cells.flatMap(({ issue }) => issue ?? []));
    return patches.flatMap(({ change }, i) => (result.cells[i]?.status === 'refused' ? [] : [change]));
  };

  const choice = (row: RowChange, change: FieldChange): 'ours' | 'theirs' | undefined => {
    if (isPlain(row, change)) return 'theirs';
    const open = row.matchedBy === 'id' && choicesOf(change).length > 0;
    return open && (prefer === 'ours' || choicesOf(change).some(each => each === prefer)) ? prefer : undefined;
  };

  return {
    taken,
    issues,
    get conflicts() {
      return conflicts;
    },
    keepMark: mark => keep({ settled: mark }),
    load: async () => ({
      formId: form.formId,
      base: baseOf(state),
      ours: ours(),
      rows: new Map(form.content.rows.map(row => [row.rowId, row])),
      intent: state.intent,
      settled: state.settled,
    }),
    begin: intent => keep({ intent }),
    end: (_, agreed) => keep({ intent: null, ...agree(agreed) }),
    agree: agreed => keep(agree(agreed)),
    take: async ({ changes }: SyncPlan) => {
      const offered = changes.rows.flatMap(row =>
        row.fields
          .filter(({ outcome }) => outcome === 'theirs' || outcome === 'conflict')
          .map(change => ({ told: toldOf(row, change), choice: choice(row, change) })),
      );
      conflicts = offered.filter(each => each.choice === undefined).map(({ told }) => told);
      if (way === 'push') return false;
      const theirs = offered.filter(each => each.choice === 'theirs').map(({ told }) => told);
      const written = theirs.length > 0 ? await write(theirs) : [];
      const turnedDown = offered.filter(each => each.choice === 'ours').map(({ told }) => told);
      const settled = [...written, ...turnedDown];
      if (settled.length === 0) return false;
      taken.push(...written);
      const agreed = new Map(
        [...Map.groupBy(settled, ({ rowId }) => rowId)].map(([rowId, list]) => [
          rowId,
          Object.fromEntries(list.map(({ field, theirs }) => [field, theirs ?? (field === 'result' ? null : '')])),
        ]),
      );
      await keep(agree(agreed as Agreed));
      return true;
    },
  };
}
