import { plainEmphasis } from '../../emphasis.ts';
import type { PatchValue } from '../../patch.ts';
import { parseNumberFormat } from '../../xlsx/number-format.ts';
import type { CellFormat } from '../read/styles.ts';
import { paragraphXml } from '../text-xml.ts';
import { dateText } from './date-text.ts';
import type { Prefixes } from './prefixes.ts';

/** How a value is written into a cell: attributes that say it, and paragraphs that show it. */
export interface CellContent {
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly paragraphs: string;
}

interface Typed {
  readonly type: string;
  readonly attribute: readonly [name: string, value: string] | null;
  readonly shown: string;
}

const typed: {
  readonly [Kind in PatchValue['kind']]: (
    value: Extract<PatchValue, { kind: Kind }>,
    format: CellFormat,
  ) => Typed | null;
} = {
  blank: () => null,
  text: ({ value }) => (value === '' ? null : { type: 'string', attribute: null, shown: value }),
  number: ({ value }, { number, code }) => ({
    type: code.includes('%') ? 'percentage' : 'float',
    attribute: ['value', String(value)],
    shown: number.moment ? String(value) : number.show(value),
  }),
  date: ({ value }, { number, code }) => ({
    type: 'date',
    attribute: ['date-value', value],
    shown: dateText(value, code, number.moment === 'date' || number.moment === 'dateTime'),
  }),
};

const plain: CellFormat = {
  index: 0,
  code: 'General',
  number: parseNumberFormat('General'),
  locked: true,
  wraps: false,
  fontSize: 10,
  emphasis: plainEmphasis,
};

/** @param known the format of the cell; null where there was none before */
export function contentOf(value: PatchValue, known: CellFormat | null, prefixes: Prefixes): CellContent {
  const said = (typed[value.kind] as (value: PatchValue, format: CellFormat) => Typed | null)(value, known ?? plain);
  if (!said) return { attributes: [], paragraphs: '' };
  const { office, text, calc, officeDeclaration, textDeclaration } = prefixes;
  const opening = `<${text}p${textDeclaration ? ` ${textDeclaration[0]}="${textDeclaration[1]}"` : ''}`;
  const paragraphs = said.shown.split('\n').map(line => {
    const inside = paragraphXml(line, text);
    return inside === '' ? `${opening}/>` : `${opening}>${inside}</${text}p>`;
  });
  return {
    attributes: [
      ...(officeDeclaration ? [officeDeclaration] : []),
      [`${office}value-type`, said.type],
      ...(said.attribute ? [[`${office}${said.attribute[0]}`, said.attribute[1]] as const] : []),
      ...(calc ? [[`${calc}value-type`, said.type] as const] : []),
    ],
    paragraphs: paragraphs.join(''),
  };
}
