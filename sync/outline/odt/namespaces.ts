const of = (name: string): string => `urn:oasis:names:tc:opendocument:xmlns:${name}:1.0`;

/** Namespaces of OpenDocument 1.2 and 1.3. */
export const text = of('text');
export const table = of('table');
export const style = of('style');
export const office = of('office');
export const draw = of('drawing');
const compatible = of('xsl-fo-compatible');
const libreOffice = 'urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0';

/** Where an attribute may come from. */
export const from = {
  text: new Set([text]),
  table: new Set([table]),
  style: new Set([style]),
  office: new Set([office]),
  fo: new Set([compatible]),
  loext: new Set([libreOffice]),
} as const;
