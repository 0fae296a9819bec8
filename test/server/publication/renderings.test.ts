import { describe, expect, it } from 'vitest';
import { createRenderings } from '../../../server/publication/renderings.ts';

/** Something to render that counts how often it is, and cannot be compressed. */
function counter(bytes = 10) {
  let made = 0;
  return {
    make: async () => {
      made++;
      return new Uint8Array(bytes);
    },
    made: () => made,
  };
}

describe('renderings', () => {
  it('are made once, however many ask at once and later', async () => {
    const renderings = createRenderings(1000);
    const { make, made } = counter();
    const all = await Promise.all([1, 2, 3].map(() => renderings.of('a', make, true)));
    expect(await renderings.of('a', make, true)).toBe(all[0]);
    expect(made()).toBe(1);
  });

  it('are kept up to a size; what was asked for longest ago goes first', async () => {
    const renderings = createRenderings(30);
    const makers = { a: counter(), b: counter(), c: counter(), d: counter() };
    const ask = (name: keyof typeof makers) => renderings.of(name, makers[name].make, true);
    for (const name of ['a', 'b', 'c', 'a', 'd', 'a', 'c'] as const) await ask(name);
    expect(makers.a.made()).toBe(1);
    expect(makers.c.made()).toBe(1);
    await ask('b');
    expect(makers.b.made()).toBe(2);
  });

  it('are answered even when one alone is more than is kept', async () => {
    const renderings = createRenderings(30);
    const { make, made } = counter(100);
    await renderings.of('large', make, true);
    await renderings.of('large', make, true);
    expect(made()).toBe(1);
  });

  it('are tried again after a failure', async () => {
    const renderings = createRenderings(30);
    await expect(renderings.of('a', () => Promise.reject(new Error('once')))).rejects.toThrow('once');
    expect((await renderings.of('a', async () => 'now')).body.toString()).toBe('now');
  });

  it('have the same tag for the same content, and another for any other', async () => {
    const [one, two] = [createRenderings(1000), createRenderings(1000)];
    const tagOf = async (from: typeof one, text: string) => (await from.ofPage(text)).etag;
    expect(await tagOf(one, '計畫')).toBe(await tagOf(two, '計畫'));
    expect(await tagOf(one, '計畫')).not.toBe(await tagOf(one, '計劃'));
    expect(await tagOf(one, '計畫')).toMatch(/^W\/"[\w-]{22}"$/);
  });
});
