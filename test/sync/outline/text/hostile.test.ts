import { describe, expect, it } from 'vitest';
import { interpretDocument } from '../../../../sync/outline/index.ts';
import { readText } from '../../../../sync/outline/text/index.ts';

const header = '執行要項 執行重點 執行步驟 執行單位\n';
const divided = '執行要項\t執行重點\t執行步驟\t執行單位\n';

/** What would take for ever, or all memory, if anything grew faster than the text. */
const hostile: readonly (readonly [name: string, text: () => string, code: string | null])[] = [
  ['one line of ten million bytes', () => '字'.repeat(3_300_000), 'text_line_too_long'],
  ['a million short lines', () => '甲\n'.repeat(1_000_000), 'text_too_many_lines'],
  ['nothing but marks', () => '一、(一)1.(1)\n'.repeat(50_000), 'text_too_many_lines'],
  ['a table of marks', () => header + '一、\n(一)\n1.\n(1)\n'.repeat(20_000), 'text_too_many_lines'],
  ['a table without marks', () => `${header}一、甲\n${'訂定作業流程並公布\n'.repeat(30_000)}`, 'text_too_many_lines'],
  ['a table of units', () => `${header}一、甲\n${'民政課\n社會課\n'.repeat(20_000)}`, 'text_too_many_lines'],
  ['tabs without end', () => divided + `${'甲\t'.repeat(3000)}\n`.repeat(300), null],
  ['headers without end', () => header.repeat(30_000), 'text_too_many_lines'],
  ['lines of blanks', () => header + `${' '.repeat(19_000)}甲\n`.repeat(100), null],
  ['marks in every line', () => header + `一、${' 1.甲 (一)乙'.repeat(1500)}\n`.repeat(50), null],
  [
    'columns of blanks',
    () =>
      '執行要項     執行重點     執行步驟     執行單位\n' +
      '一、甲     (一)乙     1.丙丁。     民政課\n'.repeat(30_000),
    'text_too_many_lines',
  ],
  ['words in a row', () => header + `${'  甲'.repeat(3000)}\n`.repeat(300), null],
  ['open brackets', () => '（'.repeat(3_000_000), 'text_line_too_long'],
  ['one paragraph', () => '甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸，\n'.repeat(30_000), 'text_too_many_lines'],
  ['a page for every word', () => '甲乙\f'.repeat(300_000), null],
];

describe('a text that was made to be trouble', () => {
  it.each(hostile)(
    'is read in bounded time, and what is left out is told: %s',
    { timeout: 60_000 },
    (_, text, code) => {
      const reading = readText(new TextEncoder().encode(text()), '計畫.txt');
      if (!reading.ok) throw new Error(reading.issue.code);
      expect(reading.document.blocks.length).toBeLessThanOrEqual(24_000);
      expect(reading.issues.length).toBeLessThan(500);
      expect(reading.issues.map(issue => issue.code).filter(each => each === code)).toHaveLength(code === null ? 0 : 1);
      expect(() => interpretDocument(reading.document, '計畫.txt')).not.toThrow();
    },
  );
});
