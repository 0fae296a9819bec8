import type { TaskForceMember } from '../../model/index.ts';
import type { Grid } from '../grid.ts';

type Field = keyof TaskForceMember;

/** Words over the columns of a list of members. */
const words: readonly (readonly [Field, RegExp])[] = [
  ['remarks', /^備[註考言]$/],
  [
    'duty',
    /^(?:工作|任務)?(?:職掌|分工|任務|工作內容|工作事項|執掌|職責|負責事項|工作項目|分工職掌)(?:分工|事項|內容)?$/,
  ],
  ['title', /^(?:編組|小組|任務)?(?:職稱|職務|組別|職別|稱謂|編組職稱|擔任職務)$/],
  [
    'member',
    /^(?:編組人員|編組成員|成員|人員|姓名|擔任人員|單位職稱|單位及職稱|本職|原職|現職|編組單位|職稱姓名|級職姓名|參與人員|組成人員)$/,
  ],
];

const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

/** What a heading over a list of members names; null when it heads none. */
export const memberFieldOf = (heading: string): Field | null =>
  words.find(([, pattern]) => pattern.test(plain(heading)))?.[0] ?? null;

interface Layout {
  readonly row: number;
  readonly columns: ReadonlyMap<Field, number>;
}

function layoutOf(grid: Grid): Layout | null {
  for (const { row, cells } of grid.rows.slice(0, 4)) {
    const columns = new Map<Field, number>();
    for (const { text, left } of cells) {
      const field = words.find(([name, pattern]) => !columns.has(name) && pattern.test(plain(text)))?.[0];
      if (field) columns.set(field, left);
    }
    if ((columns.has('title') || columns.has('member')) && columns.size >= 2 && columns.size * 2 > cells.length) {
      return { row, columns };
    }
  }
  return null;
}

export const isTaskForce = (grid: Grid): boolean => layoutOf(grid) !== null;

/** The members that a 編組表 lists; null when the table is none. A title merged over several rows is the title of each. */
export function readTaskForce(grid: Grid): readonly TaskForceMember[] | null {
  const layout = layoutOf(grid);
  if (!layout) return null;
  const { row: headingRow, columns } = layout;
  const heading = new Set(grid.cellsOf(headingRow).map(cell => plain(cell.text)));
  return grid.rows.flatMap(({ row, cells }) => {
    if (row <= headingRow || cells.every(cell => heading.has(plain(cell.text)))) return [];
    const said = (field: Field): string => {
      const column = columns.get(field);
      const cell = column === undefined ? null : grid.at(row, column);
      return cell ? cell.text.replace(/[ \t\u3000]*\n[ \t\u3000]*/g, '') : '';
    };
    const member = { title: said('title'), member: said('member'), duty: said('duty'), remarks: said('remarks') };
    return member.title === '' && member.member === '' ? [] : [member];
  });
}
