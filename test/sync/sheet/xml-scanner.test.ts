import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../sync/sheet/refusal.ts';
import { token, XmlScanner } from '../../../sync/sheet/xml-scanner.ts';

type Event = readonly [kind: string, ...rest: readonly string[]];

/** What a document says, by the scanner: elements with attributes and namespaces, and joined text. */
function scanned(xml: string): readonly Event[] | null {
  const scanner = new XmlScanner(xml, 'x');
  const events: Event[] = [];
  try {
    for (let kind = scanner.next(); kind !== token.end; kind = scanner.next()) {
      if (kind === token.open) {
        const attributes = ['a', 'b', 'xmlns'].map(name => scanner.attribute(name) ?? '');
        events.push([
          'open',
          scanner.uri,
          scanner.local,
          ...attributes,
          scanner.attributeOf(new Set(['u', 'v']), 'a') ?? '',
        ]);
      } else if (kind === token.close) events.push(['close', scanner.uri, scanner.local]);
      else events.push(['text', scanner.text]);
    }
    return joined(events);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** The same by a parser that others wrote; null when it finds the document damaged. */
function parsed(xml: string): readonly Event[] | null {
  const events: Event[] = [];
  const parser = new SaxesParser({ xmlns: true });
  let damaged = false;
  parser.on('error', () => {
    damaged = true;
  });
  parser.on('doctype', () => {
    damaged = true;
  });
  parser.on('opentag', tag => {
    const plain = ['a', 'b', 'xmlns'].map(name => tag.attributes[name]?.value ?? '');
    const spaced = Object.values(tag.attributes).find(a => a.local === 'a' && (a.uri === 'u' || a.uri === 'v'));
    events.push(['open', tag.uri, tag.local, ...plain, spaced?.value ?? '']);
  });
  parser.on('closetag', tag => events.push(['close', tag.uri, tag.local]));
  const text = (content: string): void => {
    events.push(['text', content]);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.write(xml).close();
  return damaged ? null : joined(events);
}

/** Pieces of text that follow one another are one, blanks outside of the root are none. */
function joined(events: readonly Event[]): readonly Event[] {
  const list: Event[] = [];
  let depth = 0;
  for (const event of events) {
    const last = list.at(-1);
    if (event[0] === 'open') depth++;
    if (event[0] === 'close') depth--;
    if (event[0] !== 'text') list.push(event);
    else if (depth > 0 && event[1] !== '') {
      if (last?.[0] === 'text') list[list.length - 1] = ['text', last[1]! + event[1]!];
      else list.push(event);
    }
  }
  return list;
}

const blanks = fc.constantFrom('', ' ', '\n', '\r\n', '\t ');
const content = fc.oneof(
  fc.string({ unit: fc.constantFrom('甲', 'a', ' ', '\n', '\r', ']', '😀', '&gt;', '&lt;', '&#x5B57;', '&#13;') }),
  fc.constantFrom('<![CDATA[<a>&]]>', '<!-- <b> -->', '<?x y?>', '&amp;'),
);
const name = fc.constantFrom('a', 'row', 'p:c', 'q:longer', 'p:a');
const attribute = fc
  .tuple(
    blanks,
    fc.constantFrom('a', 'b', 'p:a', 'q:b'),
    fc.constantFrom('="', " = '"),
    fc.constantFrom('1', '甲&amp;', 'x\ny', '&#9;', ''),
  )
  .map(([gap, key, equals, value]) => ` ${gap}${key}${equals}${value}${equals.at(-1)}`);

interface Nodes {
  readonly element: string;
}
const { element } = fc.letrec<Nodes>(tie => ({
  element: fc
    .tuple(
      name,
      fc.uniqueArray(attribute, { maxLength: 3, selector: a => a.trim().split(/\s*=/)[0] }),
      blanks,
      fc.array(fc.oneof({ maxDepth: 3 }, content, tie('element')), { maxLength: 3 }),
    )
    .map(([tag, attributes, gap, inside]) =>
      inside.length === 0
        ? `<${tag}${attributes.join('')}${gap}/>`
        : `<${tag}${attributes.join('')}${gap}>${inside.join('')}</${tag}${gap}>`,
    ),
}));
const documents = fc
  .tuple(
    fc.constantFrom('', '\uFEFF', '<?xml version="1.0" encoding="UTF-8"?>\r\n', '<!-- 頭 -->'),
    fc.array(element, { maxLength: 4 }),
    blanks,
  )
  .map(
    ([head, inside, tail]) =>
      `${head}<root xmlns="u" xmlns:p="v" xmlns:q="w"><x xmlns:p="u">${inside.join('')}</x>${inside.join(' ')}</root>${tail}`,
  );

describe('the scanner', () => {
  it('says of a document what another parser says', () => {
    fc.assert(
      fc.property(documents, xml => {
        const says = scanned(xml);
        expect(says).toEqual(parsed(xml));
        expect(says).not.toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  it('refuses of damaged documents what another parser refuses', () => {
    const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    const fragment = fc.constantFrom(
      '<',
      '>',
      '"',
      '&',
      '&#0;',
      '&x;',
      '</a>',
      '<a>',
      '/',
      '=',
      ' ',
      ']]>',
      '<![CDATA[',
      '<!--',
      '-->',
      '<?',
      '\u0001',
      '<!DOCTYPE a>',
      ' a="1" a="2"',
      'z:',
    );
    fc.assert(
      fc.property(documents, place, fc.nat({ max: 4 }), fragment, (xml, at, drop, insert) => {
        const index = Math.floor(at * xml.length);
        const damaged = xml.slice(0, index) + insert + xml.slice(index + drop);
        const says = scanned(damaged);
        if (says !== null && !lenient.test(damaged)) expect(says).toEqual(parsed(damaged));
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['no root', ' '],
    ['two roots', '<a/><b/>'],
    ['text outside the root', '<a/>x'],
    ['an element that is not closed', '<a><b></a>'],
    ['a close tag of another name', '<a></ab>'],
    ['an attribute without quotes', '<a b=1/>'],
    ['an attribute twice', '<a b="1" b="2"/>'],
    ['attributes without a blank between them', '<a b="1"c="2"/>'],
    ['a < in an attribute', '<a b="<"/>'],
    ['a prefix that nobody declared', '<a><x:b/></a>'],
    ['an entity that nobody declared', '<a>&nbsp;</a>'],
    ['a bare &', '<a>1 & 2</a>'],
    ['a character that XML does not have', '<a>&#1;</a>'],
    ['the end of a section in text', '<a>]]></a>'],
    ['a document type', '<!DOCTYPE a><a/>'],
    ['a declaration that does not stand first', ' <?xml version="1.0"?><a/>'],
    ['a name that is none', '<1a/>'],
    ['a tag that is cut off', '<a b="c'],
    ['a comment that is cut off', '<a><!-- '],
  ])('refuses %s', (_, xml) => {
    expect(scanned(xml)).toBeNull();
  });

  it('passes over elements, and reads short numbers, only where that is sound', () => {
    const scanner = new XmlScanner(
      '<a><b x="1"><c/></b ><bb/><b/><v>12</v><v>1234567890</v><v> 1</v><v>1<!-- --></v></a>',
      'x',
    );
    const opened = (): string => {
      while (scanner.next() !== token.open) if (scanner.depth === 0) return '';
      return scanner.local;
    };
    expect([opened(), opened()]).toEqual(['a', 'b']);
    scanner.passContent();
    expect([opened(), opened()]).toEqual(['bb', 'b']);
    scanner.passContent();
    const numbers = [0, 0, 0, 0].map(() => opened() && scanner.shortNumber());
    expect(numbers).toEqual([12, null, null, null]);
  });
});

/** Details that change nothing of what a document says, and that only a validator minds. */
const lenient = /<\?|--/;
