/** The names in a unit cell: each line, and what 、，,;/ part. */
export const unitNamesIn = (cell: string): string[] => [
  ...new Set(
    cell
      .split(/[\r\n、，,;；/／]+/)
      .map(name => name.trim())
      .filter(name => name !== ''),
  ),
];

const monthList = /^(?:\d{1,2}\s*月?(?:底|份)?前?\s*[、，,/及和\s]*)+$/;

/** The months in a cell such as `6月、12月` or `6、12月底前`; null when it says something else. */
export function monthsIn(cell: string): number[] | null {
  const text = cell.normalize('NFKC').trim();
  if (!text.includes('月') || !monthList.test(text)) return null;
  const months = [...text.matchAll(/\d{1,2}/g)].map(match => Number(match[0]));
  return months.every(month => month >= 1 && month <= 12) ? [...new Set(months)].sort((a, b) => a - b) : null;
}
