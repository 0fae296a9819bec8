import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { messages } from '../../../sync/model/index.ts';

const folder = join(import.meta.dirname, '../../../sync/model/messages');
const catalogues = readdirSync(folder).filter(name => name !== 'index.ts' && name !== 'names.ts');

describe('the catalogue of messages', () => {
  it('has each code in one place, so that none is said in the words of another', async () => {
    const places = new Map<string, string[]>();
    for (const file of catalogues) {
      const exported = Object.values(await import(join(folder, file))) as Readonly<Record<string, unknown>>[];
      for (const code of exported.flatMap(Object.keys)) places.set(code, [...(places.get(code) ?? []), file]);
    }
    expect([...places].filter(([, files]) => files.length > 1)).toEqual([]);
    expect(Object.keys(messages).sort()).toEqual([...places.keys()].sort());
  });

  it('names the same parameters in both languages', () => {
    const named = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();
    for (const [code, { zh, en }] of Object.entries(messages)) expect([code, named(en)]).toEqual([code, named(zh)]);
  });
});
