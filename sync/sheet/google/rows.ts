import { type ColumnField, evidenceSheetTitle } from '../../form/columns.ts';
import type { FormContent, FormEvidence } from '../../form/content.ts';
import { printedRow } from '../../form/print.ts';
import { sheetName } from '../../form/write/grid.ts';
import { headingOf } from '../../form/write/sheet.ts';

/** A row of a form as it is to stand in a spreadsheet. */
export interface SheetRow {
  readonly rowId: string;
  readonly texts: Readonly<Record<ColumnField, string>>;
  /** Name of the unit, which is the tab's where each has one. */
  readonly unit: string;
  readonly evidence: readonly FormEvidence[];
  /** Accepted: shown, greyed, protected. */
  readonly locked: boolean;
}

/** A form as it is to be laid out in a spreadsheet. */
export interface SheetContent {
  readonly formId: string;
  readonly title: string;
  /** Lines above the table, the same on every tab. */
  readonly heading: readonly string[];
  readonly rows: readonly SheetRow[];
}

const hint = '請填淡黃底欄位；「檢核結果」請由選單選擇。題目與編號欄受保護；請勿刪除列，未列出的列會由系統補回。';

/** The content of a form as rows of texts. */
export const sheetContentOf = (content: FormContent): SheetContent => ({
  formId: content.formId,
  title: `${content.agencyName}　${content.roundTitle}　自行檢核表`,
  heading: [[...headingOf(content).slice(0, 5)].join('　'), hint],
  rows: content.rows.map(row => ({
    rowId: row.rowId,
    texts: printedRow(row),
    unit: row.unit,
    evidence: row.evidence,
    locked: row.locked,
  })),
});

/** One tab for all rows, or one for each unit. */
export type Tabbing = 'one' | 'unit';

export interface Tab {
  readonly sheetId: number;
  readonly title: string;
  readonly rows: readonly SheetRow[];
}

/** Tabs are addressed by their number, because people rename them. */
const firstSheetId = 1001;
const longestTitle = 90;

/** Spreads rows over tabs, in their order; the titles of tabs differ even where names of units do not. */
export function tabsOf({ rows }: Pick<SheetContent, 'rows'>, tabbing: Tabbing): readonly Tab[] {
  const groups = tabbing === 'one' ? [[sheetName, rows] as const] : [...Map.groupBy(rows, row => row.unit)];
  const taken = new Set([manifestTitle, evidenceSheetTitle]);
  return groups.map(([name, list], i) => {
    const plain =
      name
        .replace(/[[\]*?:/\\']/g, ' ')
        .trim()
        .slice(0, longestTitle) || sheetName;
    let title = plain;
    for (let n = 2; taken.has(title); n++) title = `${plain} ${n}`;
    taken.add(title);
    return { sheetId: firstSheetId + i, title, rows: list };
  });
}

/** The hidden tab that remembers what each row asked. */
export const manifestTitle = '題目對照（請勿更動）';
export const manifestSheetId = 1000;
