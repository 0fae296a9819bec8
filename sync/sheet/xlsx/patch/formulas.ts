import { parseRange, type Range } from '../../address.ts';
import { decodeReferences } from '../../xml-references.ts';
import type { PartText } from './part-text.ts';

/** A formula of a worksheet part, as written. */
export interface Formula {
  /** Without the leading =; empty for the followers of a shared formula. */
  readonly text: string;
  readonly kind: 'normal' | 'shared' | 'array' | 'dataTable';
  /** The cells that it fills, or that share it. */
  readonly range: Range | null;
}

/** The formulas of the cells of a worksheet part. */
export function* formulasOf({ xml, decode }: Pick<PartText, 'xml' | 'decode'>): Generator<Formula> {
  const prefix = /<((?:[\w.-]+:)?)worksheet[\s>]/.exec(xml.slice(0, 4096))?.[1];
  if (prefix === undefined || !hasFormula(xml, prefix)) return;
  const from = xml.indexOf(`<${prefix}sheetData`);
  const cells = xml.slice(from, xml.lastIndexOf(`</${prefix}sheetData`));
  const element = new RegExp(`<${prefix.replaceAll('.', '\\.')}f(\\s[^>]*?)?(?:/>|>(?:<!\\[CDATA\\[)?([^<]*))`, 'g');
  for (const [, attributes = '', content = ''] of cells.matchAll(element)) {
    const kind = /\st\s*=\s*["'](shared|array|dataTable)["']/.exec(attributes)?.[1] as Formula['kind'] | undefined;
    const ref = /\sref\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1];
    yield {
      text: decodeReferences(decode(content)),
      kind: kind ?? 'normal',
      range: ref === undefined ? null : parseRange(ref),
    };
  }
}

/** The same formulas as often as they are asked for, found no further than somebody looked; the part itself is not kept. */
export function keptFormulas(part: () => Pick<PartText, 'xml' | 'decode'>): () => Generator<Formula> {
  const found: Formula[] = [];
  let rest: Iterator<Formula> | undefined;
  const next = (): Formula | undefined => {
    rest ??= formulasOf(part());
    const { value, done } = rest.next();
    return done ? undefined : value;
  };
  return function* () {
    for (let i = 0; ; i++) {
      const formula = found[i] ?? next();
      if (!formula) return;
      found[i] = formula;
      yield formula;
    }
  };
}

function hasFormula(xml: string, prefix: string): boolean {
  const before = prefix === '' ? '<' : ':';
  for (let at = xml.indexOf('f'); at >= 0; at = xml.indexOf('f', at + 1)) {
    if (xml[at - 1] === before && /[\s>/]/.test(xml.charAt(at + 1))) return true;
  }
  return false;
}
