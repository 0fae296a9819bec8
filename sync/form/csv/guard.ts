/**
 * Spreadsheet programs take a value that begins like this for a formula when they open a CSV file, which knows no types; an apostrophe
 * keeps it text (OWASP, CSV injection). One that already has apostrophes gets another, so that each comes back as it was.
 */
const dangerous = /^'*[=+\-@\t\r＝＋－＠]/;

export const guarded = (value: string): string => (dangerous.test(value) ? `'${value}` : value);
export const unguarded = (value: string): string =>
  value.startsWith("'") && dangerous.test(value) ? value.slice(1) : value;
