import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { headerFill, sizes, usableWidth, widthsOf } from '../look.ts';
import { widthOfMark } from '../marked.ts';
import type { NodeText } from '../rows.ts';
import { type PageCell, type PageColumn, type PageTable, staysTogether } from '../table.ts';
import { runsOf } from './text.ts';

const line = { style: BorderStyle.SINGLE, size: 4, color: '404040' } as const;
const borders = { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line };
const margins = { top: 40, bottom: 40, left: 80, right: 80, marginUnitType: WidthType.DXA };

interface Set extends PageColumn {
  /** In twips. */
  readonly width: number;
}

const title = (text: string): Paragraph =>
  new Paragraph({ alignment: AlignmentType.CENTER, children: runsOf(text, sizes.cell, { bold: true }) });

const em = sizes.cell * 20;

/** A node hangs on its mark, and stands in from the one above it. */
function paragraph({ mark, text, depth }: NodeText, centred: boolean): Paragraph {
  const hang = Math.round(widthOfMark(mark) * em);
  return new Paragraph({
    ...(centred
      ? { alignment: AlignmentType.CENTER }
      : { indent: { left: depth * em + hang, hanging: hang }, alignment: AlignmentType.LEFT }),
    children: runsOf(mark + text, sizes.cell),
  });
}

const bodyCell = ({ texts, rows }: PageCell, { width, centred }: Set): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    rowSpan: rows,
    margins,
    verticalAlign: VerticalAlignTable.TOP,
    children: texts.length === 0 ? [new Paragraph({})] : texts.map(text => paragraph(text, centred)),
  });

const headerCell = ({ title: heading, width }: Set): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins,
    verticalAlign: VerticalAlignTable.CENTER,
    shading: { type: ShadingType.CLEAR, fill: headerFill },
    children: [title(heading)],
  });

/** A table over the whole width, its header again on every page. */
export function tableOf({ columns, rows }: PageTable, landscape: boolean): Table {
  const whole = convertMillimetersToTwip(usableWidth(landscape));
  const widths = widthsOf(
    columns.map(({ share }) => share),
    whole,
  );
  const set = columns.map((column, i): Set => ({ ...column, width: widths[i]! }));
  return new Table({
    width: { size: whole, type: WidthType.DXA },
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    borders,
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: set.map(headerCell) }),
      ...rows.map(
        row =>
          new TableRow({
            cantSplit: staysTogether(row),
            children: row.flatMap((cell, i) => (cell ? [bodyCell(cell, set[i]!)] : [])),
          }),
      ),
    ],
  });
}
