import type { DrawnBox } from '../workbook.ts';
import { walkXml } from '../xml.ts';

const excelInVml = 'urn:schemas-microsoft-com:office:excel';

/** What the drawing of a sheet in the old notation (ISO/IEC 29500-4, 19.4.2) says of controls, which stand in no other part. */
export interface VmlControls {
  readonly boxes: readonly DrawnBox[];
  /** Controls whose kind another part tells. */
  readonly others: readonly DrawnBox[];
}

/** Controls of a form: check boxes and option buttons, each with the cell that its upper left corner lies in. */
export function readVmlControls(xml: string, part: string): VmlControls {
  const boxes: DrawnBox[] = [];
  const others: DrawnBox[] = [];
  let kind: string | null = null;
  let anchor: string | null = null;
  let isAnchor = false;
  walkXml(xml, part, {
    open: tag => {
      isAnchor = tag.uri === excelInVml && tag.local === 'Anchor';
      if (tag.uri !== excelInVml) return;
      if (tag.local === 'ClientData') {
        kind = tag.attribute('ObjectType') ?? '';
        anchor = null;
      } else if (isAnchor) anchor = '';
      else if (tag.local === 'MapOCX') kind = 'OCX';
    },
    text: text => {
      if (isAnchor) anchor += text;
    },
    close: (local, uri) => {
      isAnchor = false;
      if (uri !== excelInVml || local !== 'ClientData') return;
      if (kind === 'Checkbox' || kind === 'Radio') boxes.push({ at: placeOf(anchor) });
      if (kind === 'OCX') others.push({ at: placeOf(anchor) });
      kind = null;
    },
  });
  return { boxes, others };
}

/** Left column, offset, top row, offset and the same of the other corner, counted from 0. */
function placeOf(anchor: string | null): DrawnBox['at'] {
  const [column, , row] = (anchor ?? '').split(',').map(number => Number(number.trim() || Number.NaN));
  return Number.isInteger(column) && Number.isInteger(row) ? { row: row! + 1, column: column! + 1 } : null;
}

/** Classes of check boxes and option buttons (MS-OFORMS 2.1). */
const ticked = /classid="\{8BD21D[45]0-EC42-11CE-9E0D-00AA006002F3\}"/i;

/** The boxes of a sheet, of both kinds of controls. @param classes what the parts of its ActiveX controls say */
export function boxesOf({ boxes, others }: VmlControls, classes: readonly string[]): readonly DrawnBox[] {
  const active = classes.filter(xml => ticked.test(xml));
  // Which drawn control is which part only the sheet tells; where all are boxes it does not matter.
  const placed = active.length === others.length ? others : active.map((): DrawnBox => ({ at: null }));
  return [...boxes, ...placed];
}
