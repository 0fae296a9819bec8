import { walkXml } from '../xml.ts';
import { spreadsheet } from './namespaces.ts';
import { RichText } from './rich-text.ts';

/** The table of strings that cells refer to by position. */
export function readSharedStrings(xml: string, part: string): readonly string[] {
  const strings: string[] = [];
  const rich = new RichText();
  walkXml(xml, part, {
    open: tag => rich.open(tag),
    text: text => rich.text(text),
    close: (local, uri) => {
      rich.close(local, uri);
      if (local === 'si' && spreadsheet.has(uri)) strings.push(rich.take());
    },
  });
  return strings;
}
