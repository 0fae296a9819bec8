import type { Answer } from '../../../../sync/model/index.ts';
import { publishRequests, type SyncOptions, syncSheet, type Tabbing } from '../../../../sync/sheet/google/index.ts';
import { batchUpdate, newBook } from '../../../support/google/book.ts';
import { peopleAt } from '../../../support/google/people.ts';
import { sheetSideAt, type WriteMishap } from '../../../support/google/sides.ts';
import { blank, contentOf } from './forms.ts';
import { MemoryHome } from './memory-home.ts';

/** A published form with both sides at hand. */
export function publish(count: number, tabbing: Tabbing = 'one', given: (i: number) => Partial<Answer> = () => ({})) {
  const content = contentOf(count, given);
  const book = newBook('book-1', content.title, 'https://docs.example.test/book-1');
  batchUpdate(book, publishRequests(content, { tabbing, operation: 'publish', before: [0] }));
  const home = new MemoryHome(content, new Map(content.rows.map((row, i) => [row.rowId, { ...blank, ...given(i) }])));
  const people = peopleAt(book);
  const mishaps: WriteMishap[] = [];
  let operation = 0;
  const hooks: { between?: () => void } = {};
  /** People do something in the very moment of the next write. */
  const underWay = (work: () => void): void => {
    hooks.between = () => {
      hooks.between = () => undefined;
      work();
    };
  };
  const side = sheetSideAt(book, { mishaps, between: () => hooks.between?.() });
  const options: SyncOptions = { newId: () => `op-${++operation}` };
  const sync = async (more: Partial<SyncOptions> = {}) => {
    const outcome = await syncSheet(side, home, { ...options, ...more });
    home.settled = 'mark' in outcome ? outcome.mark : null;
    return outcome;
  };
  return { content, book, home, people, mishaps, hooks, underWay, side, options, sync };
}

export type Bench = ReturnType<typeof publish>;
