/** A file of records, RFC 4180: fields in quotes may hold delimiters, line ends and doubled quotes. */

const needsQuotes = /[",;\t\r\n]|^\s|\s$/;
export const quoted = (field: string): string => (needsQuotes.test(field) ? `"${field.replaceAll('"', '""')}"` : field);

export const writeRecords = (records: readonly (readonly string[])[]): string =>
  records.map(record => `${record.map(quoted).join(',')}\r\n`).join('');

export interface RecordLimits {
  readonly rows: number;
  readonly columns: number;
  readonly cells: number;
}

export type Parsed =
  | {
      readonly ok: true;
      readonly records: readonly (readonly string[])[];
      readonly ends: readonly (readonly number[])[];
    }
  /** A quote is never closed, or there is more than a sheet may hold. */
  | { readonly ok: false; readonly reason: 'quote' | 'limits' };

const quote = '"';

/**
 * Reads records; what stands behind a closing quote up to the next delimiter belongs to the field, as programs have it. `ends`
 * tells where each field ends in the text; it begins where the one before ends and its delimiter.
 */
export function parseRecords(text: string, delimiter: string, limits: RecordLimits): Parsed {
  const records: string[][] = [];
  const ends: number[][] = [];
  let record: string[] = [];
  let places: number[] = [];
  let cells = 0;
  let at = 0;
  const plain = new RegExp(`[${delimiter}\\r\\n]`, 'g');
  const nextEnd = (from: number): number => {
    plain.lastIndex = from;
    return plain.exec(text)?.index ?? text.length;
  };
  while (at < text.length) {
    let field = '';
    if (text[at] === quote) {
      const inside = quotedField(text, at);
      if (!inside) return { ok: false, reason: 'quote' };
      field = inside.value;
      at = inside.end;
    }
    const end = nextEnd(at);
    record.push(field + text.slice(at, end));
    places.push(end);
    if (++cells > limits.cells || record.length > limits.columns) return { ok: false, reason: 'limits' };
    at = end;
    if (text[at] === delimiter) {
      at++;
      if (at < text.length) continue;
      record.push('');
      places.push(at);
    }
    records.push(record);
    ends.push(places);
    record = [];
    places = [];
    if (records.length > limits.rows) return { ok: false, reason: 'limits' };
    if (text[at] === '\r' && text[at + 1] === '\n') at++;
    at++;
  }
  return { ok: true, records, ends };
}

/** From its opening quote to behind the closing one; null when it is never closed. */
function quotedField(text: string, open: number): { readonly value: string; readonly end: number } | null {
  let from = open + 1;
  for (;;) {
    const close = text.indexOf(quote, from);
    if (close < 0) return null;
    if (text[close + 1] !== quote) {
      return { value: text.slice(open + 1, close).replaceAll('""', quote), end: close + 1 };
    }
    from = close + 2;
  }
}
