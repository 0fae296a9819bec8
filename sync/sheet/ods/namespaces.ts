/** Namespaces of OpenDocument 1.x; prefixes are the producer's choice and mean nothing. */
const odf = (name: string): ReadonlySet<string> => new Set([`urn:oasis:names:tc:opendocument:xmlns:${name}:1.0`]);

export const office = odf('office');
export const table = odf('table');
export const text = odf('text');
export const style = odf('style');
export const number = odf('datastyle');
export const meta = odf('meta');
export const form = odf('form');
export const drawing = odf('drawing');
export const formatting = odf('xsl-fo-compatible');
export const link: ReadonlySet<string> = new Set(['http://www.w3.org/1999/xlink']);
/** What LibreOffice adds to tell errors from texts. */
export const calcExtension: ReadonlySet<string> = new Set([
  'urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0',
]);
