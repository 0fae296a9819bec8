import type { CollectionRow, FormProfile, PlanNode, ProfileRow } from '../model/index.ts';
import { believed, matchSkeleton } from '../outline/skeleton/index.ts';

/** A question of a form, and where it stands there. */
export interface Question extends Pick<CollectionRow, 'label' | 'text' | 'path' | 'skeletonKey'> {
  readonly sheet: string;
  readonly row: number;
}

/** The questions of a form in printed order, each with what it stands under and the part of the skeleton that it belongs to. */
export function questionsOf({ sheets }: Pick<FormProfile, 'sheets'>): readonly Question[] {
  const rows = sheets.flatMap(({ name, rows }) => rows.map(row => ({ sheet: name, row })));
  const keyOf = skeletonKeys(rows.map(({ row }) => row));
  return rows.map(({ sheet, row }) => {
    const text = textOf(row);
    return {
      sheet,
      row: row.row,
      label: row.label ?? (row.number === undefined ? '' : String(row.number)),
      text,
      path: headings(row).filter(heading => heading !== text),
      skeletonKey: keyOf(row),
    };
  });
}

const headings = ({ item, keyPoint }: ProfileRow): string[] =>
  [item, keyPoint].flatMap(marked => (marked && marked.text.trim() !== '' ? [marked.text] : []));

const textOf = (row: ProfileRow): string =>
  [row.text, row.finding, row.keyPoint?.text, row.item?.text].find(text => text !== undefined && text.trim() !== '') ??
  '';

type Heading = Pick<PlanNode, 'text'> & { readonly children: Heading[] };

/** Headings are compared with the skeleton as the tree that they make; a row has the key of the nearest heading that has one. */
function skeletonKeys(rows: readonly ProfileRow[]): (row: ProfileRow) => string | null {
  const tree: Heading[] = [];
  const under = (children: Heading[], text: string): Heading => {
    const known = children.find(child => child.text === text);
    if (known) return known;
    const heading = { text, children: [] };
    children.push(heading);
    return heading;
  };
  const pathOf = new Map(
    rows.map(row => {
      const texts = headings(row);
      const path: Heading[] = [];
      for (const text of texts.length > 0 ? texts : [textOf(row)])
        path.push(under(path.at(-1)?.children ?? tree, text));
      return [row, path] as const;
    }),
  );
  const keys = new Map(
    matchSkeleton(tree)
      .filter(({ confidence }) => confidence >= believed)
      .map(({ node, key }) => [node, key]),
  );
  return row =>
    pathOf
      .get(row)!
      .map(heading => keys.get(heading) ?? null)
      .findLast(key => key !== null) ?? null;
}
