import { profileForm } from '../../form/profile/index.ts';
import type { FormField, Locale, ProfileRow, SheetProfile } from '../../model/index.ts';
import type { Command } from '../command.ts';
import { fieldWords } from '../field-words.ts';
import { readBook } from '../files.ts';
import { table } from '../table.ts';
import { say, words } from '../words.ts';
import { book } from './operands.ts';

const labels = {
  agency: words('機關', 'Agency'),
  period: words('期間', 'Period'),
  sheet: words(
    '工作表「{name}」：標題列 {first}–{last}，{rows} 列',
    'Sheet “{name}”: header rows {first}–{last}, {rows} rows',
  ),
  column: words('欄', 'Column'),
  field: words('欄位', 'Field'),
  row: words('列', 'Row'),
  units: words('單位', 'Units'),
  asks: words('內容', 'Asks'),
  signOff: words('簽章列', 'Sign-off row'),
  none: words('（無）', '(none)'),
};

function columnsOf({ columns }: SheetProfile, locale: Locale): readonly (readonly string[])[] {
  const { resultTicks = {}, ...plain } = columns;
  return [
    ...Object.entries(plain).map(([field, column]) => [String(column), say(fieldWords[field as FormField], locale)]),
    ...Object.entries(resultTicks).map(([choice, column]) => [column, `${say(fieldWords.result, locale)}：${choice}`]),
  ].sort(([a = ''], [b = '']) => a.length - b.length || a.localeCompare(b));
}

const rowLine = ({ row, label, text, finding, units }: ProfileRow): readonly string[] => [
  `  ${row}`,
  label ?? '',
  units.join('、'),
  text || finding || '',
];

function sheetText(sheet: SheetProfile, locale: Locale, width: number): readonly string[] {
  const [first, last] = sheet.headerRows;
  const { name, rows } = sheet;
  return [
    '',
    say(labels.sheet, locale, { name, first, last, rows: rows.length }),
    ...table([
      [`  ${say(labels.column, locale)}`, say(labels.field, locale)],
      ...columnsOf(sheet, locale).map(([column = '', field = '']) => [`  ${column}`, field]),
    ]),
    ...(sheet.signOffRow === null ? [] : [`  ${say(labels.signOff, locale)} ${sheet.signOffRow}`]),
    '',
    ...table(
      [[`  ${say(labels.row, locale)}`, '', say(labels.units, locale), say(labels.asks, locale)], ...rows.map(rowLine)],
      width,
    ),
  ];
}

export const profile: Command = {
  name: 'form profile',
  about: words(
    '找出表單：標題列、欄位、各列與填寫位置',
    'find the form: header rows, columns, rows, and where answers go',
  ),
  operands: [book],
  options: {},
  async run({ operands: [path = ''], locale, width }) {
    const { file, workbook, issues } = await readBook(path);
    const found = profileForm(workbook);
    const { agencyName, period, sheets } = found;
    const days = period?.from || period?.to ? `（${period.from ?? ''} – ${period.to ?? ''}）` : '';
    const none = say(labels.none, locale);
    return {
      json: { file, agencyName, period, sheets, issues: [...issues, ...found.issues] },
      text: [
        file,
        ...table([
          [say(labels.agency, locale), agencyName ?? none],
          [say(labels.period, locale), period ? period.text + days : none],
        ]),
        ...sheets.flatMap(sheet => sheetText(sheet, locale, width)),
      ],
      issues: [...issues, ...found.issues],
      failed: sheets.length === 0,
    };
  },
};
