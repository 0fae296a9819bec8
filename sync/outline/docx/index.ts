import { type Archive, partText, relationshipsOf } from '../../sheet/index.ts';
import type { DocumentReading } from '../reading.ts';
import { Body } from './body.ts';
import { Marks } from './marks.ts';
import { readNumbering } from './numbering.ts';
import { readStyles } from './styles.ts';

/*
 * Design note. The libraries that open .docx give too little structure for a plan: mammoth makes HTML of it, in which an
 * automatic number is a list item without the mark that is printed, and 甲、 壹、 (一) are gone; officeparser and word-extractor
 * give lines of text without cells; docx-preview draws the page and needs a browser, which does the counting. None caps what
 * it unpacks. What is needed is small: paragraphs with their printed marks, and tables with the cells they merge. So the zip
 * and XML readers of the workbooks are used here too, with their caps; the body is read as it streams by and no tree is kept.
 * Tracked changes are read as accepted; headers, footers, notes and comments stand in other parts, which are not opened.
 */

/** Reads the body of a package of WordprocessingML. @throws Refusal */
export function readDocx(archive: Archive): Extract<DocumentReading, { ok: true }> {
  const main = relationshipsOf(archive, '').find(({ kind }) => kind === 'officeDocument')?.part ?? 'word/document.xml';
  const linked = relationshipsOf(archive, main);
  const part = (kind: string): { readonly name: string; readonly xml: string } | null => {
    const name = linked.find(link => link.kind === kind)?.part;
    const xml = name === undefined ? null : partText(archive, name);
    return name === undefined || xml === null ? null : { name, xml };
  };
  const styles = part('styles');
  const numbering = part('numbering');
  const body = new Body(
    readStyles(styles?.xml ?? null, styles?.name ?? ''),
    new Marks(numbering ? readNumbering(numbering.xml, numbering.name) : new Map()),
  );
  body.read(partText(archive, main) ?? '', main);
  return { ok: true, ...body.flow.finish() };
}
