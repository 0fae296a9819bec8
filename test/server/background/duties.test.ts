import { describe, expect, it, vi } from 'vitest';
import { createBackground } from '../../../server/background/index.ts';

const log = { error: vi.fn() };
const never = 0;

describe('a duty', () => {
  it('goes on until nothing is left, and again once it is woken', async () => {
    let left = 3;
    let done = 0;
    const background = createBackground(never);
    const run = async () => {
      if (left === 0) return false;
      left--;
      done++;
      return true;
    };
    background.begin([{ name: 'count', run }], log);
    await vi.waitFor(() => expect(done).toBe(3));
    left = 2;
    background.wake('count');
    await vi.waitFor(() => expect(done).toBe(5));
    await background.stop();
  });

  it('looks again when it was woken while it worked', async () => {
    const { promise: gate, resolve: open } = Promise.withResolvers<void>();
    let runs = 0;
    const background = createBackground(never);
    const run = async () => {
      runs++;
      await gate;
      return false;
    };
    background.begin([{ name: 'slow', run }], log);
    background.wake('slow');
    open();
    await vi.waitFor(() => expect(runs).toBe(2));
    await background.stop();
  });

  it('goes on after a failure, which is logged', async () => {
    let runs = 0;
    const background = createBackground(never);
    const run = async () => {
      runs++;
      if (runs === 1) throw new Error('no luck');
      return false;
    };
    background.begin([{ name: 'faulty', run }], log);
    await vi.waitFor(() => expect(log.error).toHaveBeenCalledOnce());
    background.wake('faulty');
    await vi.waitFor(() => expect(runs).toBe(2));
    await background.stop();
  });

  it('finishes what it has in hand before the server ends', async () => {
    const { promise: gate, resolve: open } = Promise.withResolvers<void>();
    let finished = false;
    const background = createBackground(never);
    const run = async () => {
      await gate;
      finished = true;
      return true;
    };
    background.begin([{ name: 'slow', run }], log);
    const stopping = background.stop();
    open();
    await stopping;
    expect(finished).toBe(true);
  });

  it('that nobody began is nobody’s', () => {
    expect(() => createBackground(never).wake('nothing')).not.toThrow();
  });
});
