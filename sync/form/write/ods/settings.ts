import type { Drawing } from '../drawing.ts';
import { element } from './element.ts';
import { partXml } from './names.ts';

type Viewed = Pick<Drawing, 'name' | 'frozenRows'>;

const item = (name: string, type: string, value: string | number | boolean): string =>
  element('config:config-item', { 'config:name': name, 'config:type': type }, String(value));

/** The rows at the top stay in sight: a split at a row, of the kind that is frozen. */
const sheetView = ({ name, frozenRows }: Viewed): string =>
  element(
    'config:config-item-map-entry',
    { 'config:name': name },
    [
      item('CursorPositionX', 'int', 0),
      item('CursorPositionY', 'int', frozenRows),
      item('HorizontalSplitMode', 'short', 0),
      item('VerticalSplitMode', 'short', 2),
      item('HorizontalSplitPosition', 'int', 0),
      item('VerticalSplitPosition', 'int', frozenRows),
      item('ActiveSplitRange', 'short', 2),
      item('PositionLeft', 'int', 0),
      item('PositionRight', 'int', 0),
      item('PositionTop', 'int', 0),
      item('PositionBottom', 'int', frozenRows),
      item('ShowGrid', 'boolean', false),
    ].join(''),
  );

/** `settings.xml`: how the program shows the document when it is opened. */
export function settingsXml(sheets: readonly Viewed[]): string {
  const tables = element('config:config-item-map-named', { 'config:name': 'Tables' }, sheets.map(sheetView).join(''));
  const view = element(
    'config:config-item-map-entry',
    {},
    item('ViewId', 'string', 'view1') +
      tables +
      item('ActiveTable', 'string', sheets[0]!.name) +
      item('ShowGrid', 'boolean', false),
  );
  const views = element('config:config-item-map-indexed', { 'config:name': 'Views' }, view);
  const set = element('config:config-item-set', { 'config:name': 'ooo:view-settings' }, views);
  return partXml('document-settings', element('office:settings', {}, set));
}
