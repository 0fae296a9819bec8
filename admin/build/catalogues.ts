import type { Plugin } from 'vite';
import type { Locale } from '../../sync/model/index.ts';
import type { parts as Parts } from '../words/catalogue.ts';

const prefix = 'virtual:catalogue/';
const source = new URL('../words/catalogue.ts', import.meta.url);

/**
 * `import words from 'virtual:catalogue/everybody/en'` gives a part of the catalogue in one language. The areas keep both
 * languages side by side, where the compiler compares them; a browser needs one, and hardly anybody every page.
 */
export const catalogues = (): Plugin => ({
  name: 'catalogues',
  resolveId: id => (id.startsWith(prefix) ? `\0${id}` : null),
  async load(id) {
    if (!id.startsWith(`\0${prefix}`)) return null;
    const { parts } = (await import(source.href)) as { parts: typeof Parts };
    const [part, locale] = id.slice(prefix.length + 1).split('/') as [keyof typeof Parts, Locale];
    return `export default JSON.parse(${JSON.stringify(JSON.stringify(parts[part](locale)))})`;
  },
});
