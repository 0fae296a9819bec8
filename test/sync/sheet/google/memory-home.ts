import type { BaseRow, OursRow } from '../../../../sync/merge/index.ts';
import {
  type Answer,
  type AnswerField,
  choicesOf,
  type FieldChange,
  type Result,
  results,
} from '../../../../sync/model/index.ts';
import {
  type Agreed,
  type HomeSide,
  type Intent,
  isPlain,
  type SheetContent,
  type SyncPlan,
  withAgreed,
} from '../../../../sync/sheet/google/index.ts';

/** What a person says to a conflict; undefined lets it wait. */
export type Person = (rowId: string, change: FieldChange) => 'ours' | 'theirs' | undefined;

/** Our side, kept in memory: each call is one transaction. */
export class MemoryHome implements HomeSide {
  readonly #content: SheetContent;
  base: ReadonlyMap<string, BaseRow>;
  ours: ReadonlyMap<string, OursRow>;
  intent: Intent | null = null;
  settled: string | null = null;
  /** Everything that was ever taken from the spreadsheet. */
  readonly taken: string[] = [];
  person: Person = () => undefined;

  constructor(content: SheetContent, answers: ReadonlyMap<string, Answer>) {
    this.#content = content;
    this.base = new Map([...answers].map(([rowId, answer]) => [rowId, { reportId: rowId, answer }]));
    this.ours = new Map([...answers].map(([rowId, answer]) => [rowId, { answer, version: 1, locked: false }]));
  }

  says(rowId: string, field: AnswerField): string | null {
    return this.ours.get(rowId)?.answer[field] ?? null;
  }

  edit(rowId: string, field: AnswerField, value: string | null): void {
    const row = this.ours.get(rowId);
    if (!row) return;
    const answer: Answer =
      field === 'result'
        ? { ...row.answer, result: results.includes(value as Result) ? (value as Result) : null }
        : { ...row.answer, [field]: value ?? '' };
    this.ours = new Map([...this.ours, [rowId, { ...row, answer, version: row.version + 1 }]]);
  }

  lock(rowId: string): void {
    const row = this.ours.get(rowId);
    if (row) this.ours = new Map([...this.ours, [rowId, { ...row, locked: true }]]);
  }

  load = async () => ({
    formId: this.#content.formId,
    base: this.base,
    ours: this.ours,
    rows: new Map(this.#content.rows.map(row => [row.rowId, row])),
    intent: this.intent,
    settled: this.settled,
  });

  begin = async (intent: Intent) => {
    this.intent = intent;
  };

  end = async (_: Intent, agreed: Agreed) => {
    this.intent = null;
    this.base = withAgreed(this.base, agreed);
  };

  agree = async (agreed: Agreed) => {
    this.base = withAgreed(this.base, agreed);
  };

  take = async ({ changes }: SyncPlan) => {
    let changed = false;
    for (const row of changes.rows)
      for (const change of row.fields) {
        const choice = isPlain(row, change)
          ? 'theirs'
          : row.matchedBy === 'id' && choicesOf(change).length > 0
            ? this.person(row.rowId, change)
            : undefined;
        if (choice === undefined) continue;
        changed = true;
        this.base = withAgreed(this.base, new Map([[row.rowId, { [change.field]: change.theirs }]]));
        if (choice === 'ours') continue;
        this.edit(row.rowId, change.field, change.theirs);
        if (change.field !== 'result') this.taken.push(`${row.rowId}:${change.field}:${change.theirs}`);
      }
    return changed;
  };
}
