import { expect, test } from 'vitest';
import { roundsShown } from '../../../admin/home/chief/use-board.ts';
import type { Round } from '../../../sync/model/index.ts';

const round = (id: string, state: Round['state']) => ({ id, state }) as Round;
const rounds = [round('december', 'open'), round('november', 'open'), round('june', 'closed')];

test.each([
  ['', ['december', 'november']],
  ['june', ['june']],
  ['unknown', ['december', 'november']],
])('of the rounds a board shows, chosen “%s”: %j', (chosen, shown) => {
  expect(roundsShown(rounds, chosen)).toEqual(shown);
});

test('when none is open, the last one; without any, none', () => {
  expect(roundsShown([round('june', 'closed'), round('march', 'closed')], '')).toEqual(['june']);
  expect(roundsShown([], '')).toEqual([]);
});
