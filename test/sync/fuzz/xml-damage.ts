import fc from 'fast-check';

/** A change to the text of an XML part, told by places between 0 and 1 so that it suits any part. */
export type XmlDamage = (xml: string) => string;

const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const pick = <T>(list: readonly T[], at: number): T | undefined => list[Math.floor(at * list.length)];

interface Piece {
  readonly start: number;
  readonly end: number;
}

/** The elements of a text, each from its opening to its closing tag; roughly, for it may be damaged already. */
function elements(xml: string): readonly Piece[] {
  const open: { readonly name: string; readonly start: number }[] = [];
  const found: Piece[] = [];
  for (const { 0: tag, index } of xml.matchAll(/<\/?[\w:.-]+[^<>]*>/g)) {
    const name = /[\w:.-]+/.exec(tag)![0];
    if (tag.startsWith('</')) {
      const started = open.findLastIndex(each => each.name === name);
      if (started >= 0) found.push({ start: open.splice(started)[0]!.start, end: index + tag.length });
    } else if (tag.endsWith('/>')) found.push({ start: index, end: index + tag.length });
    else open.push({ name, start: index });
  }
  return found;
}

const attributes = (xml: string): readonly Piece[] =>
  [...xml.matchAll(/\s[\w:.-]+="[^"]*"/g)].map(({ 0: text, index }) => ({ start: index, end: index + text.length }));
const values = (xml: string): readonly Piece[] =>
  [...xml.matchAll(/(?<==")[^"]*(?=")|(?<=>)[^<>]+(?=<)/g)].map(({ 0: text, index }) => ({
    start: index,
    end: index + text.length,
  }));
const numbers = (xml: string): readonly Piece[] =>
  [...xml.matchAll(/(?<=["A-Z>:])\d+(?=["<:])/g)].map(({ 0: text, index }) => ({
    start: index,
    end: index + text.length,
  }));

const replaced = (xml: string, piece: Piece | undefined, text: (old: string) => string): string =>
  piece ? xml.slice(0, piece.start) + text(xml.slice(piece.start, piece.end)) + xml.slice(piece.end) : xml;

function swapped(xml: string, a: Piece | undefined, b: Piece | undefined): string {
  if (!a || !b) return xml;
  const [first, second] = a.start <= b.start ? [a, b] : [b, a];
  if (first.end > second.start) return xml;
  const [one, two] = [xml.slice(first.start, first.end), xml.slice(second.start, second.end)];
  return xml.slice(0, first.start) + two + xml.slice(first.end, second.start) + one + xml.slice(second.end);
}

const wildNumber = fc.constantFrom(
  '0',
  '-1',
  '1',
  '65536',
  '1048576',
  '1048577',
  '16384',
  '16385',
  '4294967296',
  '9007199254740993',
  '99999999999999999999',
  '1e9',
  '1e400',
  '-1e-400',
  'NaN',
  'Infinity',
  '0x10',
  ' 7 ',
  '７',
  '',
  '1.5',
  '--',
);
const wildText = fc.constantFrom(
  '',
  '&',
  '&#0;',
  '&#xD800;',
  '&#x10FFFF;',
  '&nope;',
  '<',
  '>',
  ']]>',
  '<![CDATA[',
  '<!--',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '<?xml version="1.1"?>',
  '_x0000_',
  '_xD83D_',
  '\u0000',
  '\ufffe',
  '\ud800',
  '執行要項',
  '辦理情形',
  '□已完成□',
  '---\n前次',
  'A1:XFD1048576',
  'A:A',
  '1:1048576',
  '$A$1',
  '檢核!A1',
  '#REF!',
  '=1+1',
  '+cmd',
  '114/02/30',
  '114年13月',
  '"',
  "'",
  'xmlns="x"',
  ' xmlns:table="x"',
  'x:',
  '../../../etc/x',
  'http://127.0.0.1/',
  '１１４',
);

/** What a rule might go over again and again, as long as a cell can be. */
const longText = fc
  .tuple(
    fc.constantFrom(
      ...[
        ' ',
        '\n',
        '　',
        '（',
        '()',
        '1',
        '1.',
        '一、',
        '□',
        '■已完成',
        '、',
        '-',
        '：',
        '年',
        '114年',
        '114/1/1',
        '第',
        '---\n',
        '前次',
        '"',
        'a',
        '主管',
        '0',
        '至',
        '月',
      ],
    ),
    fc.constantFrom('', '承辦人', '期間：', '1.', '（', '執行步驟', '辦理情形'),
    fc.constantFrom('', '：', '）', '甲', '年'),
  )
  .map(([piece, before, after]) => before + piece.repeat(32_000 / piece.length) + after);

/** Ways to damage, as tables of generators. `huge` ones repeat a piece so often that the limits must hold. */
export const xmlDamage: fc.Arbitrary<XmlDamage> = fc.oneof(
  place.map(at => (xml: string) => replaced(xml, pick(elements(xml), at), () => '')),
  fc.tuple(place, fc.constantFrom(2, 3, 50)).map(
    ([at, times]) =>
      (xml: string) =>
        replaced(xml, pick(elements(xml), at), old => old.repeat(old.length > 5_000 ? 2 : times)),
  ),
  fc.tuple(place, place).map(([a, b]) => (xml: string) => {
    const list = elements(xml);
    return swapped(xml, pick(list, a), pick(list, b));
  }),
  fc.tuple(place, place).map(([from, to]) => (xml: string) => {
    const list = elements(xml);
    const moved = pick(list, from);
    return moved ? replaced(xml, pick(list, to), old => old + xml.slice(moved.start, moved.end)) : xml;
  }),
  fc.tuple(place, fc.constantFrom(1, 20, 3_000)).map(
    ([at, deep]) =>
      (xml: string) =>
        replaced(xml, pick(elements(xml), at), old => {
          const name = /[\w:.-]+/.exec(old)?.[0] ?? 'a';
          return `<${name}>`.repeat(deep) + old + `</${name}>`.repeat(deep);
        }),
  ),
  place.map(at => (xml: string) => replaced(xml, pick(attributes(xml), at), () => '')),
  place.map(at => (xml: string) => replaced(xml, pick(attributes(xml), at), old => old + old)),
  fc.tuple(place, place).map(([a, b]) => (xml: string) => {
    const list = attributes(xml);
    return swapped(xml, pick(list, a), pick(list, b));
  }),
  fc.tuple(place, place).map(([a, b]) => (xml: string) => {
    const list = values(xml);
    return swapped(xml, pick(list, a), pick(list, b));
  }),
  fc.tuple(place, wildNumber).map(
    ([at, text]) =>
      (xml: string) =>
        replaced(xml, pick(numbers(xml), at), () => text),
  ),
  fc.tuple(place, fc.oneof(wildText, wildNumber)).map(
    ([at, text]) =>
      (xml: string) =>
        replaced(xml, pick(values(xml), at), () => text),
  ),
  fc.tuple(place, fc.nat({ max: 40 }), fc.oneof(wildText, fc.string())).map(([at, drop, text]) => (xml: string) => {
    const start = Math.floor(at * xml.length);
    return xml.slice(0, start) + text + xml.slice(start + drop);
  }),
  fc.tuple(place, longText).map(
    ([at, text]) =>
      (xml: string) =>
        replaced(xml, pick(values(xml), at), () => text),
  ),
  place.map(at => (xml: string) => xml.slice(0, Math.floor(at * xml.length))),
  fc.constantFrom(
    (xml: string) => xml.replaceAll('table:number-columns-repeated="8"', 'table:number-columns-repeated="16384"'),
    (xml: string) => xml.replaceAll('<table:table-row ', '<table:table-row table:number-rows-repeated="1048576" '),
    (xml: string) => xml.replaceAll(/table:number-rows-repeated="\d+"/g, 'table:number-rows-repeated="1048576"'),
    (xml: string) => xml.replaceAll(/spanned="\d+"/g, 'spanned="999999"'),
    (xml: string) => xml.replaceAll(/text:c="\d+"/g, 'text:c="2000000000"'),
    (xml: string) => xml.replace(/<mergeCells[^>]*>/, open => open + '<mergeCell ref="A1:XFD1048576"/>'.repeat(3_000)),
    (xml: string) =>
      xml.replace(
        /<dataValidations[^>]*>/,
        open =>
          open +
          '<dataValidation type="list" sqref="A1:XFD1048576"><formula1>A:XFD</formula1></dataValidation>'.repeat(500),
      ),
    (xml: string) => xml.replace(/ref="B8:B9"/, 'ref="A1:XFD1048576"'),
    (xml: string) => xml.replace(/<\/row>/, row => `${row}<row>${'<c><v>1</v></c>'.repeat(20_000)}</row>`),
    (xml: string) => xml.replace('UTF-8', 'UTF-16'),
    (xml: string) => xml.replaceAll('<c ', '<x:c ').replaceAll('</c>', '</x:c>'),
    (xml: string) => xml.replaceAll(/ r="[A-Z]*\d+"/g, ''),
  ),
);
