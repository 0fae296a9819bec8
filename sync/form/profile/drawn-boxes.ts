import type { Issue } from '../../model/index.ts';
import { addressOf, type Sheet } from '../../sheet/index.ts';
import { doubt } from './doubts.ts';

const mostNamed = 5;

/** Boxes that are drawn over the cells of a form are neither read nor ticked here: a person is told where they are. */
export function drawnBoxesOf({ name, drawnBoxes }: Sheet): readonly Issue[] {
  const boxes = drawnBoxes?.() ?? [];
  if (boxes.length === 0) return [];
  const places = boxes.flatMap(({ at }) => at ?? []).sort((a, b) => a.row - b.row || a.column - b.column);
  const named = places.slice(0, mostNamed).map(({ row, column }) => addressOf(row, column));
  const cells = named.length === 0 ? '' : `${named.join('、')}${places.length > mostNamed ? '…' : ''}`;
  const [first] = places;
  const at = first ? { row: first.row, cells } : {};
  return [
    doubt(first ? 'form_boxes_drawn' : 'form_boxes_drawn_somewhere', 'warning', {
      sheet: name,
      count: boxes.length,
      ...at,
    }),
  ];
}
