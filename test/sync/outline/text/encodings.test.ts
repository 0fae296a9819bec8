import { describe, expect, it } from 'vitest';
import { blocksOf, refusalOf, textsOf } from './read.ts';

const text = '壹、計畫依據\r\n市政府提升服務實施計畫。\r\n';
const paragraphs = ['壹、計畫依據', '市政府提升服務實施計畫。'];
const utf8 = new TextEncoder().encode(text);
const wide = (littleEndian: boolean): Uint8Array => {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), littleEndian);
  return new Uint8Array(view.buffer);
};
/** Of the same text; browsers and Node decode this encoding but do not write it. */
const big5 = Uint8Array.from([
  ...[0xb3, 0xfc, 0xa1, 0x42, 0xad, 0x70, 0xb5, 0x65, 0xa8, 0xcc, 0xbe, 0xda, 0x0d, 0x0a],
  ...[0xa5, 0xab, 0xac, 0x46, 0xa9, 0xb2, 0xb4, 0xa3, 0xa4, 0xc9, 0xaa, 0x41, 0xb0, 0xc8],
  ...[0xb9, 0xea, 0xac, 0x49, 0xad, 0x70, 0xb5, 0x65, 0xa1, 0x43, 0x0d, 0x0a],
]);

describe('the encoding of a text', () => {
  it.each([
    ['UTF-8', utf8],
    ['UTF-8 with its mark', Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8])],
    ['UTF-16', wide(true)],
    ['UTF-16 with its mark', Uint8Array.from([0xff, 0xfe, ...wide(true)])],
    ['UTF-16 the other way round', Uint8Array.from([0xfe, 0xff, ...wide(false)])],
    ['Big5', big5],
  ])('is told by its content: %s', (_, bytes) => {
    expect(blocksOf(bytes).paragraphs.map(paragraph => paragraph.text)).toEqual(paragraphs);
  });

  it('may be damaged in places, which are told with their line', () => {
    const damaged = Uint8Array.from([...utf8, 0xe5, 0x0a, ...utf8, ...utf8]);
    const { issues } = blocksOf(damaged);
    expect(issues.map(({ code, line }) => [code, line])).toEqual([['text_unreadable', 3]]);
  });

  it.each([
    ['nothing', new Uint8Array(0), 'text_empty'],
    ['blanks', new TextEncoder().encode(' \r\n\t\r\n'), 'text_empty'],
    ['a zip', Uint8Array.from([0x50, 0x4b, 3, 4, ...utf8]), 'text_not_text'],
    ['a PDF', new TextEncoder().encode(`%PDF-1.7\n${'x'.repeat(500)}`), 'text_not_text'],
    ['any bytes', Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919 + (i >> 3)) & 255), 'text_not_text'],
    ['far too much', new Uint8Array(50_000_000).fill(0x41), 'text_too_large'],
  ])('is none where the file is no text: %s', (_, bytes, code) => {
    expect(refusalOf(bytes)).toBe(code);
  });

  it('leaves out what is not printed', () => {
    expect(textsOf('\u200b壹、計畫\u00ad依據\u0007\n⼀、⾼雄市')).toEqual(['壹、計畫依據', '一、高雄市']);
  });
});
