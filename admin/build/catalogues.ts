import type { Plugin } from 'vite';
import type { Locale } from '../../sync/model/index.ts';
import type { catalogue as Catalogue } from '../words/catalogue.ts';

const prefix = 'virtual:catalogue/';
const source = new URL('../words/catalogue.ts', import.meta.url);

/**
 * `import words from 'virtual:catalogue/en'` gives one language's whole catalogue. The areas keep both languages side by
 * side, where the compiler compares them; a browser needs one.
 */
export const catalogues = (): Plugin => ({
  name: 'catalogues',
  resolveId: id => (id.startsWith(prefix) ? `\0${id}` : null),
  async load(id) {
    if (!id.startsWith(`\0${prefix}`)) return null;
    const { catalogue } = (await import(source.href)) as { catalogue: typeof Catalogue };
    return `export default JSON.parse(${JSON.stringify(JSON.stringify(catalogue(id.slice(prefix.length + 1) as Locale)))})`;
  },
});
