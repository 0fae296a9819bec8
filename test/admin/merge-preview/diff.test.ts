import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diff, folded, type Part } from '../../../admin/merge-preview/diff.ts';

const textOf = (parts: readonly Part[], ...kinds: readonly Part['kind'][]): string =>
  parts
    .filter(part => kinds.includes(part.kind))
    .map(part => part.text)
    .join('');

/** A reader's shorthand: [-gone-], {+come+}. */
const marked = (parts: readonly Part[]): string =>
  parts.map(({ kind, text }) => (kind === 'same' ? text : kind === 'out' ? `[-${text}-]` : `{+${text}+}`)).join('');

const chinese = fc.string({ unit: fc.constantFrom(...'辦理說明會共三場，已完成。\n 12ab') });

/** A text and what an edit in one place made of it. */
const edited = fc
  .record({ text: chinese, at: fc.nat(), gone: fc.nat({ max: 8 }), come: chinese })
  .map(({ text, at, gone, come }) => {
    const place = text.length === 0 ? 0 : at % text.length;
    return [text, text.slice(0, place) + come + text.slice(place + gone)] as const;
  });

describe('the difference of two texts', () => {
  test('holds both of them whole', () => {
    fc.assert(
      fc.property(fc.oneof(edited, fc.tuple(chinese, chinese)), ([before, after]) => {
        const parts = diff(before, after);
        expect(textOf(parts, 'same', 'out')).toBe(before);
        expect(textOf(parts, 'same', 'in')).toBe(after);
      }),
    );
  });

  test('of equal texts is nothing', () => {
    fc.assert(
      fc.property(chinese, text => {
        expect(diff(text, text).filter(part => part.kind !== 'same')).toEqual([]);
      }),
    );
  });

  test('is told by the character in Chinese and by the word and number elsewhere', () => {
    expect(marked(diff('辦理說明會三場，共 120 人參加。', '辦理座談會三場，共 135 人參加。'))).toBe(
      '辦理[-說明-]{+座談+}會三場，共 [-120-]{+135+} 人參加。',
    );
    expect(marked(diff('Held three meetings in June', 'Held three workshops in June'))).toBe(
      'Held three [-meetings-]{+workshops+} in June',
    );
    expect(marked(diff('已辦理。', '已辦理。\n補充：已報告。'))).toBe('已辦理。{+\n補充：已報告。+}');
  });

  test('of texts with next to nothing in common is the whole of both', () => {
    expect(marked(diff('已於三月完成設備汰換', '經費未核定，暫緩執行中'))).toBe(
      '[-已於三月完成設備汰換-]{+經費未核定，暫緩執行中+}',
    );
  });

  test('does not make islands of single characters that happen to agree', () => {
    const islands = diff('一月辦理宣導活動兩場次，成效良好', '一月完成查核作業五場次，成效良好').filter(
      (part, i, all) => part.kind === 'same' && i > 0 && i < all.length - 1 && part.text.length <= 2,
    );
    expect(islands).toEqual([]);
  });

  test('of two long texts is found within a moment', () => {
    const long = Array.from({ length: 20_000 }, (_, i) => '管考計畫執行情形'[(i * 7) % 8]).join('');
    const began = performance.now();
    diff(long, [...long].reverse().join(''));
    expect(performance.now() - began).toBeLessThan(1000);
  });
});

describe('folding', () => {
  const long = '甲'.repeat(200);

  test('leaves the differences and what stands beside them', () => {
    const shown = folded(diff(`${long}舊${long}`, `${long}新${long}`), 10);
    expect(shown.map(part => part.cut ?? part.text)).toEqual([
      ['', '甲'.repeat(10)],
      '舊',
      '新',
      ['甲'.repeat(10), ''],
    ]);
  });

  test('leaves a text without differences alone', () => {
    expect(folded(diff(long, long))).toEqual([{ kind: 'same', text: long }]);
  });
});
