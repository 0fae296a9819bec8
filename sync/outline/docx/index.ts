import { type Archive, partText, relationshipsOf } from '../../sheet/index.ts';
import type { DocumentReading } from '../reading.ts';
import { Body } from './body.ts';
import { Marks } from './marks.ts';
import { readNumbering } from './numbering.ts';
import { readStyles } from './styles.ts';

/*
 * Design note. Two libraries were tried on plans of this kind. mammoth 1.13 makes HTML in which 甲、 壹、 and (一) have all become
 * items of <ol>: the mark that is printed is gone. officeparser 7.8 gives a tree with spans, but of a numbered paragraph only that
 * it is the n-th of its list, finds the text by the name of its part instead of its relationship, and keeps the whole tree. (docx4js
 * has no numbers either; docx-preview draws the page and leaves the counting to the browser.) None caps what it unpacks, none
 * reads changes as accepted. What is needed is small: paragraphs with their printed marks, and tables with the cells they
 * merge. So the zip and XML readers of the workbooks are used here too, with their caps; the body is read as it streams by and
 * no tree is kept. Headers, footers, notes and comments stand in other parts, which are not opened.
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
