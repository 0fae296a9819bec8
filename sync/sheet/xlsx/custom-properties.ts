import { walkXml } from '../xml.ts';
import { customProperties } from './namespaces.ts';
import { plainText } from './rich-text.ts';

/** Custom document properties as text, whatever their type. */
export function readCustomProperties(xml: string, part: string): ReadonlyMap<string, string> {
  const properties = new Map<string, string>();
  let name: string | undefined;
  let value = '';
  walkXml(xml, part, {
    open: tag => {
      if (tag.local !== 'property' || !customProperties.has(tag.uri)) return;
      name = tag.attribute('name');
      value = '';
    },
    text: text => {
      value += text;
    },
    close: (local, uri) => {
      if (local !== 'property' || !customProperties.has(uri) || name === undefined) return;
      properties.set(name, plainText(value).trim());
      name = undefined;
    },
  });
  return properties;
}
