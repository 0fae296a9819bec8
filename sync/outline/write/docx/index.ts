import { unzipSync } from 'fflate';
import { edit, pack } from '../../../form/write/package.ts';
import { fontsAfter, officialFont } from '../look.ts';
import type { Page } from '../page.ts';
import { removeStamps } from '../stamps.ts';

/**
 * Design note. Word documents are set with `docx`, which is kept up, has what an official document needs (merging downward, header
 * rows that come again, fonts by script, page numbers in fields) and writes any text as text. It stamps the hour and random ids into
 * what it writes; both are put right afterwards, so that the same plan is the same file.
 */
export async function writeDocx(page: Page): Promise<Uint8Array> {
  // Only who writes one pays for loading the library.
  const [{ Packer }, { documentOf }] = await Promise.all([import('docx'), import('./document.ts')]);
  const parts = unzipSync(new Uint8Array(await Packer.toBuffer(documentOf(page))));
  removeStamps(parts);
  edit(parts, 'word/fontTable.xml', () => fontTable);
  return pack(parts);
}

/** Which font stands in for one that a machine lacks is for the font table to say (ECMA-376 part 1, 17.8.3.1). */
const fontTable = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:font w:name="${officialFont}"><w:altName w:val="${fontsAfter.join(';')}"/><w:charset w:val="88"/><w:family w:val="script"/><w:pitch w:val="fixed"/></w:font></w:fonts>`;
