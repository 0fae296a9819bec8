import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  met,
  open,
  reverted,
  saved,
  sending,
  settled,
  statusOf,
  toSend,
  typed,
  unsaved,
} from '../../../admin/reports/writing/editing.ts';
import { reportOf } from './report.ts';

const opened = open(reportOf(), null);
const written = typed(opened, { narrative: '我寫的' });

test('an opened report has nothing to save', () => {
  expect(unsaved(opened)).toEqual([]);
  expect(toSend(opened)).toBeNull();
  expect(statusOf(opened)).toBe('untouched');
});

test('only what was changed is sent', () => {
  expect(toSend(written)).toEqual({ narrative: '我寫的' });
  expect(statusOf(written)).toBe('waiting');
});

test('what was typed while a save was under way is still to be saved', () => {
  const state = saved(
    typed(sending(written, { narrative: '我寫的' }), { narrative: '我寫的，更多' }),
    reportOf({ version: 2, narrative: '我寫的' }),
    '2025-06-02T00:00:00.000Z',
  );
  expect(toSend(state)).toEqual({ narrative: '我寫的，更多' });
});

describe('somebody else saved meanwhile', () => {
  test('in another answer: theirs is taken over, ours goes out on their version', () => {
    const state = met(written, reportOf({ version: 2, remarks: '別人寫的' }));
    expect(state.form).toMatchObject({ narrative: '我寫的', remarks: '別人寫的' });
    expect(state.merged).toEqual(['remarks']);
    expect(toSend(state)).toEqual({ narrative: '我寫的' });
    expect(state.base.version).toBe(2);
  });

  test('in the same answer: nothing is sent until the person has chosen', () => {
    const state = met(written, reportOf({ version: 2, narrative: '別人寫的' }));
    expect(statusOf(state)).toBe('clash');
    expect(toSend(state)).toBeNull();
    expect(state.form.narrative).toBe('我寫的');
  });

  test('choosing mine sends mine, choosing theirs shows theirs', () => {
    const state = met(written, reportOf({ version: 2, narrative: '別人寫的' }));
    expect(toSend(settled(state, { narrative: 'mine' }))).toEqual({ narrative: '我寫的' });
    const theirs = settled(state, { narrative: 'theirs' });
    expect(theirs.form.narrative).toBe('別人寫的');
    expect(statusOf(theirs)).toBe('untouched');
  });

  test('the same words in the same answer are no clash', () => {
    expect(statusOf(met(written, reportOf({ version: 2, narrative: '我寫的' })))).toBe('untouched');
  });

  test('and once more before the choice: the newest of theirs is what is chosen from', () => {
    const once = met(written, reportOf({ version: 2, narrative: '別人寫的' }));
    const twice = met(once, reportOf({ version: 3, narrative: '別人又寫的' }));
    expect(twice.clashing).toEqual(['narrative']);
    expect(settled(twice, { narrative: 'theirs' }).form.narrative).toBe('別人又寫的');
  });

  test('and submitted it: what was typed stays on the screen, unsent', () => {
    const state = met(written, reportOf({ version: 2, state: 'submitted' }));
    expect(statusOf(state)).toBe('locked');
    expect(state.form.narrative).toBe('我寫的');
    expect(toSend(state)).toBeNull();
  });

  test('a save of ours whose answer got lost is not taken for somebody else’s', () => {
    const lost = typed(sending(written, { narrative: '我寫的' }), { narrative: '我寫的，更多' });
    const state = met(lost, reportOf({ version: 2, narrative: '我寫的' }));
    expect(state.clashing).toEqual([]);
    expect(toSend(state)).toEqual({ narrative: '我寫的，更多' });
  });

  test('an older report that arrives late changes nothing', () => {
    const state = saved(written, reportOf({ version: 5, narrative: '我寫的' }), '2025-06-02T00:00:00.000Z');
    expect(met(state, reportOf({ version: 4, narrative: '舊的' }))).toBe(state);
  });
});

describe('what this device still held', () => {
  const unsent = { base: reportOf(), form: written.form, sent: [] };

  test('is put back and sent', () => {
    expect(toSend(open(reportOf(), unsent))).toEqual({ narrative: '我寫的' });
  });

  test('is compared with what was saved since', () => {
    expect(open(reportOf({ version: 3, narrative: '別人寫的' }), unsent).clashing).toEqual(['narrative']);
    expect(toSend(open(reportOf({ version: 3, remarks: '別人寫的' }), unsent))).toEqual({ narrative: '我寫的' });
  });

  test('can be thrown away', () => {
    expect(reverted(open(reportOf(), unsent)).form.narrative).toBe('');
  });
});

test('whatever either side writes: mine is on the screen or theirs is chosen, and what I left alone is theirs', () => {
  const texts = fc.record({
    narrative: fc.constantFrom('', 'a', 'b'),
    remarks: fc.constantFrom('', 'a', 'b'),
    remedy: fc.constantFrom('', 'a', 'b'),
  });
  fc.assert(
    fc.property(texts, texts, texts, (before, mine, theirs) => {
      const state = met(typed(open(reportOf(before), null), mine), reportOf({ ...theirs, version: 2 }));
      for (const name of ['narrative', 'remarks', 'remedy'] as const) {
        const wasTouched = mine[name] !== before[name];
        expect(state.form[name]).toBe(wasTouched ? mine[name] : theirs[name]);
        const bothChanged = wasTouched && theirs[name] !== before[name] && mine[name] !== theirs[name];
        expect(state.clashing.includes(name)).toBe(bothChanged);
      }
    }),
  );
});
