import { walkXml } from '../xml.ts';
import { RichText } from './rich-text.ts';

/**
 * Texts of comments by address: classic ones (ISO/IEC 29500-1, 18.7), or threads (MS-XLSX 2.6.205), whose classic twin only
 * says that this program is too old to show them.
 */
export function readNotes(xml: string, part: string): ReadonlyMap<string, string> {
  const notes = new Map<string, string>();
  const rich = new RichText();
  let address: string | undefined;
  let thread = '';
  let inThread = false;
  walkXml(xml, part, {
    open: tag => {
      if (tag.local === 'comment' || tag.local === 'threadedComment') {
        address = tag.attribute('ref')?.replaceAll('$', '').toUpperCase();
        thread = '';
      }
      inThread = tag.uri.endsWith('/threadedcomments') && tag.local === 'text';
      rich.open(tag);
    },
    text: text => {
      rich.text(text);
      if (inThread) thread += text;
    },
    close: (local, uri) => {
      rich.close(local, uri);
      inThread = false;
      if (local !== 'comment' && local !== 'threadedComment') return;
      const text = (local === 'comment' ? rich.take() : thread).trim();
      const earlier = local === 'threadedComment' && address !== undefined ? notes.get(address) : undefined;
      if (address !== undefined && text !== '') notes.set(address, earlier ? `${earlier}\n${text}` : text);
    },
  });
  return notes;
}
