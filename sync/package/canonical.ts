/** What JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * JSON with one spelling only: keys in code-unit order, no blanks (in the spirit of RFC 8785), so that a value can be hashed
 * and compared by its bytes.
 */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonicalText(each)}`).join(',')}}`;
  }
  const text = JSON.stringify(value);
  if (text === undefined) throw new TypeError('no JSON');
  return text;
}

export const canonicalJson = (value: unknown): Uint8Array => new TextEncoder().encode(canonicalText(value));

/** Whether two values are the same JSON. */
export const sameJson = (a: unknown, b: unknown): boolean => canonicalText(a) === canonicalText(b);
