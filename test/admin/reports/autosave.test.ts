import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Autosave, createAutosave, pause, type SaveAnswer } from '../../../admin/reports/writing/autosave.ts';
import { statusOf, type Unsent } from '../../../admin/reports/writing/editing.ts';
import type { Report } from '../../../sync/model/index.ts';
import { reportOf } from './report.ts';

/** A server of one report that checks versions, on a line that can be cut, and a device that keeps one draft. */
function world(start: Report = reportOf()) {
  const place = { row: start, online: true, losesAnswers: false, kept: null as Unsent | null, saves: 0 };
  const save = async (_: string, change: { readonly version: number }): Promise<SaveAnswer> => {
    if (!place.online) return { kind: 'offline' };
    if (change.version !== place.row.version) return { kind: 'stale', current: place.row };
    place.saves += 1;
    place.row = { ...place.row, ...change, version: change.version + 1, state: 'drafting' };
    return place.losesAnswers ? { kind: 'offline' } : { kind: 'saved', row: place.row };
  };
  const somebodyElse = (change: Partial<Report>) => {
    place.row = { ...place.row, ...change, version: place.row.version + 1 };
  };
  const open = (): Autosave => {
    const autosave = createAutosave(place.row, place.kept, {
      save,
      keep: unsent => {
        place.kept = unsent;
      },
      forget: () => {
        place.kept = null;
      },
      now: () => '2025-06-02T06:03:00.000Z',
    });
    autosave.start();
    return autosave;
  };
  return { place, open, somebodyElse };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const aWhile = () => vi.advanceTimersByTimeAsync(pause);

test('saves once, a pause after the last key', async () => {
  const { place, open } = world();
  const autosave = open();
  autosave.type({ narrative: '辦' });
  autosave.type({ narrative: '辦理' });
  expect(place.saves).toBe(0);
  await aWhile();
  expect(place).toMatchObject({ saves: 1, row: { narrative: '辦理', version: 2 }, kept: null });
  expect(statusOf(autosave.get())).toBe('saved');
});

test('what is typed is kept on this device until the server has it', async () => {
  const { place, open } = world();
  open().type({ narrative: '辦理' });
  expect(place.kept?.form.narrative).toBe('辦理');
  await aWhile();
  expect(place.kept).toBeNull();
});

describe('without a network', () => {
  test('it says so, tries again by itself, and loses nothing', async () => {
    const { place, open } = world();
    place.online = false;
    const autosave = open();
    autosave.type({ narrative: '離線寫的' });
    await aWhile();
    expect(statusOf(autosave.get())).toBe('offline');
    autosave.type({ remarks: '還是離線' });
    await aWhile();
    place.online = true;
    await vi.advanceTimersByTimeAsync(120_000);
    expect(place.row).toMatchObject({ narrative: '離線寫的', remarks: '還是離線' });
    expect(statusOf(autosave.get())).toBe('saved');
  });

  test('a closed page finds everything when it is opened again', async () => {
    const { place, open } = world();
    place.online = false;
    const autosave = open();
    autosave.type({ narrative: '離線寫的' });
    autosave.close();
    await aWhile();
    place.online = true;
    expect(open().get().form.narrative).toBe('離線寫的');
    await aWhile();
    expect(place).toMatchObject({ row: { narrative: '離線寫的' }, kept: null });
  });

  test('an answer lost on the way is no clash with oneself', async () => {
    const { place, open } = world();
    const autosave = open();
    place.losesAnswers = true;
    autosave.type({ narrative: '第一段' });
    await aWhile();
    expect(statusOf(autosave.get())).toBe('offline');
    place.losesAnswers = false;
    autosave.type({ narrative: '第一段，第二段' });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(statusOf(autosave.get())).toBe('saved');
    expect(place.row.narrative).toBe('第一段，第二段');
  });
});

describe('when somebody else was faster', () => {
  test('answers that only one side touched are joined and saved', async () => {
    const { place, open, somebodyElse } = world();
    const autosave = open();
    autosave.type({ narrative: '我寫的' });
    somebodyElse({ remarks: '別人寫的' });
    await aWhile();
    await aWhile();
    expect(place.row).toMatchObject({ narrative: '我寫的', remarks: '別人寫的', version: 3 });
    expect(autosave.get().merged).toEqual(['remarks']);
  });

  test('the same answer waits for a choice, and mine is saved when it is chosen', async () => {
    const { place, open, somebodyElse } = world();
    const autosave = open();
    autosave.type({ narrative: '我寫的' });
    somebodyElse({ narrative: '別人寫的' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(place).toMatchObject({ saves: 0, row: { narrative: '別人寫的' }, kept: { form: { narrative: '我寫的' } } });
    autosave.settle({ narrative: 'mine' });
    await aWhile();
    expect(place).toMatchObject({ row: { narrative: '我寫的' }, kept: null });
  });
});

test('flush tells whether everything is on the server', async () => {
  const { place, open, somebodyElse } = world();
  const autosave = open();
  autosave.type({ narrative: '我寫的' });
  somebodyElse({ remarks: '別人寫的' });
  expect(await autosave.flush()).toBe(true);
  place.online = false;
  autosave.type({ narrative: '更多' });
  expect(await autosave.flush()).toBe(false);
});
