import type { FormField, ProfileDecision, SheetProfile } from '../../model/index.ts';
import { addressOf, columnName } from '../../sheet/index.ts';
import type { Header } from './header.ts';
import type { Layout, Place } from './layout.ts';
import type { PreambleCells } from './preamble-cells.ts';

const decision = (what: string, value: string, confidence: number, cells: readonly string[]): ProfileDecision => ({
  what,
  value,
  confidence: Math.round(confidence * 100) / 100,
  cells: [...cells],
});

/** Why the finder thinks so, one line for each thing found. */
export function decisionsOf(
  header: Header,
  layout: Layout,
  found: PreambleCells,
  profile: Omit<SheetProfile, 'decisions'>,
): ProfileDecision[] {
  const titles = header.columns.flatMap(({ titles }) => titles.map(({ top, left }) => addressOf(top, left)));
  const known = layout.fields.size + (layout.ticks.size > 0 ? 1 : 0);
  const share = known / Math.max(1, known + layout.others.length);
  const fromTitle = (place: Place): string[] => [addressOf(titleRow(header, place), place.left)];
  return [
    decision('headerRows', profile.headerRows.join('–'), Math.min(1, 0.5 + share / 2), [...new Set(titles)]),
    ...[...layout.fields].map(([field, place]: [FormField, Place]) =>
      decision(
        `column.${field}`,
        `${columnName(place.left)} ${place.title}`.trim(),
        place.confidence,
        fromTitle(place),
      ),
    ),
    ...[...layout.ticks].map(([choice, place]) =>
      decision('column.resultTicks', `${columnName(place.left)} ${choice}`, 0.9, fromTitle(place)),
    ),
    ...(layout.choiceStyle === null
      ? []
      : [
          decision(
            'choiceStyle',
            `${layout.choiceStyle} ${layout.choices.join('、')}`.trim(),
            styleSureness[layout.choiceStyle],
            firstAnswers(profile),
          ),
        ]),
    ...(['agency', 'period', 'date'] as const).flatMap(kind => {
      const cell = found[kind];
      return cell ? [decision(`${kind}Cell`, cell.value || cell.label, cell.confidence, [cell.cell])] : [];
    }),
    ...(profile.signOffRow === null
      ? []
      : [decision('signOffRow', `${profile.signOffRow}`, 0.9, [addressOf(profile.signOffRow, layout.left)])]),
    decision('rows', `${profile.rows.length}`, profile.rows.length > 0 ? 0.9 : 0.2, rowsAt(profile, layout)),
  ];
}

const styleSureness = { ticks: 0.95, marks: 0.95, list: 0.95, words: 0.6 } as const;

const titleRow = ({ columns, bottom }: Header, { left }: Place): number =>
  columns.find(column => column.left === left)?.titles.at(-1)?.top ?? bottom;

const firstAnswers = ({ rows: [first] }: Pick<SheetProfile, 'rows'>): string[] => {
  const cells = first?.cells;
  return cells?.resultTicks ? Object.values(cells.resultTicks) : cells?.result ? [cells.result] : [];
};

const rowsAt = ({ rows }: Pick<SheetProfile, 'rows'>, layout: Layout): string[] =>
  [rows.at(0), rows.length > 1 ? rows.at(-1) : undefined].flatMap(row =>
    row ? [addressOf(row.row, layout.left)] : [],
  );
