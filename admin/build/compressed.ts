import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);
const smallest = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };

/** Puts a .br and a .gz beside every script, so that they are compressed once and well instead of at every request. */
export const compressed = (): Plugin => ({
  name: 'compressed',
  apply: 'build',
  async writeBundle({ dir }, bundle) {
    for (const fileName of Object.keys(bundle).filter(name => /\.(js|css)$/.test(name))) {
      const path = join(dir!, fileName);
      const source = await readFile(path);
      await writeFile(`${path}.br`, await brotli(source, smallest));
      await writeFile(`${path}.gz`, await zip(source, { level: 9 }));
    }
  },
});
