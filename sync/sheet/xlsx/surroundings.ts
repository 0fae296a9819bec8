import type { Range } from '../address.ts';
import { Refusal } from '../refusal.ts';
import type { DrawnBox, Table } from '../workbook.ts';
import type { Archive } from '../zip.ts';
import { boxesOf, readVmlControls } from './drawn-boxes.ts';
import type { Link } from './frame.ts';
import { readNotes } from './notes.ts';
import { allRelationshipsOf, partText } from './package.ts';
import { readTable } from './table.ts';

/** What belongs to a sheet and stands in parts of its own: tables; notes, links and drawn boxes, read when asked for. */
export interface Surroundings {
  readonly tables: readonly Table[];
  readonly notes: () => ReadonlyMap<string, string>;
  readonly links: () => readonly (readonly [Range, string])[];
  readonly drawnBoxes: () => readonly DrawnBox[];
}

export function surroundingsOf(
  archive: Archive,
  part: string,
  tableIds: readonly string[],
  links: readonly Link[],
): Surroundings {
  const related = allRelationshipsOf(archive, part);
  const byId = new Map(related.map(r => [r.id, r]));
  const ofKind = (kind: string) => related.filter(r => r.kind === kind && r.outside === null);
  const tables = tableIds
    .map(id => byId.get(id)?.part)
    .flatMap(name => (name ? (harmless(() => readTable(partText(archive, name) ?? '', name)) ?? []) : []));
  return {
    tables,
    notes: () =>
      new Map(
        ['comments', 'threadedComment'].flatMap(kind =>
          ofKind(kind).flatMap(({ part: name }) => [
            ...(harmless(() => readNotes(partText(archive, name) ?? '', name)) ?? []),
          ]),
        ),
      ),
    links: () =>
      links.flatMap(({ range, id, location }): readonly (readonly [Range, string])[] => {
        const address = id === null ? null : byId.get(id)?.outside;
        const target = [address ?? '', location === null ? '' : `#${location}`].join('');
        return target === '' ? [] : [[range, target]];
      }),
    drawnBoxes: () => {
      const drawn = ofKind('vmlDrawing').flatMap(
        ({ part: name }) => harmless(() => readVmlControls(partText(archive, name) ?? '', name), true) ?? [],
      );
      const controls = {
        boxes: drawn.flatMap(({ boxes }) => boxes),
        others: drawn.flatMap(({ others }) => others),
      };
      const classes = ofKind('control').flatMap(
        ({ part: name }) => harmless(() => partText(archive, name), true) ?? [],
      );
      return boxesOf(controls, classes);
    },
  };
}

/**
 * Damage to what only surrounds the cells does not keep the workbook from being read.
 * @param late the workbook was read, so that nothing can be refused any more
 */
function harmless<T>(read: () => T, late = false): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof Refusal && (late || error.code === 'workbook_corrupt')) return null;
    throw error;
  }
}
