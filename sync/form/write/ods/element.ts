import { quoted } from '../../../sheet/ods/text-xml.ts';

export type Attributes = Readonly<Record<string, string | number | null | undefined>>;

/** An element; attributes without a value are left out. */
export function element(name: string, attributes: Attributes, inside = ''): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === null || value === undefined ? [] : [` ${key}="${quoted(String(value))}"`],
  );
  return inside === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${inside}</${name}>`;
}
