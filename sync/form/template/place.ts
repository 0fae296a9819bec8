import {
  type Answer,
  type AnswerField,
  type Issue,
  type Placements,
  parseResult,
  resultWords,
  rowKey,
  type StrayRow,
} from '../../model/index.ts';
import { notice } from '../notice.ts';
import { doubtIssues } from '../read/doubts.ts';
import { duplicateIssues } from '../read/duplicates.ts';
import type { ReturnedCell, ReturnedForm, ReturnedRow } from '../returned.ts';
import type { ReadRow, ReadTemplate } from './read.ts';
import { joinResults, splitUnits } from './units.ts';

/** A report of the form and the row of the issued workbook that it stands in, perhaps beside those of other units. */
export interface Anchor {
  readonly rowId: string;
  readonly sheet: string;
  /** 1-based, in the issued workbook. */
  readonly row: number;
  /** Name of its section where several reports share the row. */
  readonly unit: string | null;
  /** As it was issued. */
  readonly answer: Answer;
}

type Cells = ReturnedRow['cells'];
const shared = (cell: ReturnedCell): ReturnedCell => ({ ...cell, doubt: cell.doubt ?? 'shared' });
const unitOf = ({ unit, rowId }: Anchor): string => unit ?? rowId;

/** A text with its sections is each unit's own; a damaged one is everybody's, and doubtful. */
function textShare(cell: ReturnedCell | null, anchor: Anchor, all: readonly Anchor[]): ReturnedCell | null {
  if (!cell) return null;
  const sections = splitUnits(cell.text, all.map(unitOf));
  return sections ? { ...cell, text: sections.get(unitOf(anchor))! } : shared(cell);
}

/** One result stands for all: as long as it is the one that was issued, nobody's has changed. */
function resultShare(cell: ReturnedCell | null, { answer }: Anchor, all: readonly Anchor[]): ReturnedCell | null {
  if (!cell) return null;
  const issued = joinResults(all.map(each => each.answer.result));
  if (parseResult(cell.text) !== issued) return shared(cell);
  return { ...cell, text: answer.result === null ? '' : resultWords[answer.result] };
}

const shareOf: Readonly<
  Record<AnswerField, (cell: ReturnedCell | null, anchor: Anchor, all: readonly Anchor[]) => ReturnedCell | null>
> = { result: resultShare, narrative: textShare, remarks: textShare };

function cellsFor(cells: Cells, anchor: Anchor, all: readonly Anchor[]): Cells {
  if (all.length === 1) return cells;
  const share = (field: AnswerField) => shareOf[field](cells[field], anchor, all);
  return { result: share('result'), narrative: share('narrative'), remarks: share('remarks') };
}

interface Placed {
  readonly rows: readonly ReturnedRow[];
  readonly strays: readonly StrayRow[];
  readonly issues: readonly Issue[];
}

/**
 * A form that came back through a template, as the merge wants it: every row stands for the reports of its row of the issued
 * workbook, by its text or by a person's choice. What stands for none is a stray with the reports that it may be; a row of the
 * template that went out for no report, and that nobody wrote in, is left out.
 * @param placements of rows by `rowKey`: one of the reports of its row, or null for none
 */
export function placeRows(
  { rows, issues }: ReadTemplate,
  {
    formId,
    anchors,
    placements = {},
  }: {
    readonly formId: string | null;
    readonly anchors: readonly Anchor[];
    readonly placements?: Placements;
  },
): ReturnedForm {
  const at = Map.groupBy(anchors, ({ sheet, row }) => rowKey(sheet, row));
  const byId = new Map(anchors.map(anchor => [anchor.rowId, rowKey(anchor.sheet, anchor.row)]));

  const stray = (row: ReadRow): Placed => {
    const candidates = row.candidates.flatMap(({ sheet, row: there, score }) =>
      (at.get(rowKey(sheet, there)) ?? []).map(({ rowId }) => ({ rowId, score })),
    );
    const { sheet, row: here, questionText, values } = row;
    const code = candidates.length > 0 ? 'form_row_doubtful' : 'form_row_stray';
    return {
      rows: [],
      strays: [
        {
          sheet,
          row: here,
          text: questionText || Object.values(values).join('\n'),
          values: { ...values },
          ...(candidates.length > 0 ? { candidates } : {}),
        },
      ],
      issues: [notice(code, {}, { sheet, row: here })],
    };
  };

  const place = (row: ReadRow): Placed => {
    const choice = placements[rowKey(row.sheet, row.row)];
    const key =
      choice === undefined ? row.template && rowKey(row.template.sheet, row.template.row) : choice && byId.get(choice);
    const all = key ? at.get(key) : undefined;
    if (!all) {
      const untouched = choice === undefined && row.template !== null && !row.answered;
      return untouched ? { rows: [], strays: [], issues: [] } : stray(row);
    }
    const { sheet, row: here, questionText, values } = row;
    const placed = all.map(anchor => ({
      rowId: anchor.rowId,
      matchedBy: choice === undefined ? ('text' as const) : ('person' as const),
      mismatched: false,
      sheet,
      row: here,
      questionText,
      cells: cellsFor(row.cells, anchor, all),
      values,
    }));
    return { rows: placed, strays: [], issues: doubtIssues(placed[0]!) };
  };

  const placed = rows.map(place);
  const found = placed.flatMap(each => each.rows);
  const byText = new Set(
    found.filter(({ matchedBy }) => matchedBy === 'text').map(({ sheet, row }) => rowKey(sheet, row)),
  );
  return {
    formId,
    rows: found,
    strays: placed.flatMap(({ strays }) => strays),
    issues: [
      ...(byText.size > 0 ? [notice('form_rows_by_text', { count: byText.size })] : []),
      ...issues,
      ...duplicateIssues(found),
      ...placed.flatMap(each => each.issues),
    ],
  };
}
