import type { Tag } from '../../xml.ts';
import { table } from '../namespaces.ts';

/** A count of repetitions or spanned cells: at least one, whatever the file claims. */
export function countOf(value: string | undefined): number {
  if (value === undefined) return 1;
  const count = Number(value);
  return Number.isInteger(count) && count > 0 ? Math.min(count, 0x7fff_ffff) : 1;
}

/** Hidden by a person or left out by a filter. */
export const isHidden = (tag: Tag): boolean => (tag.attributeOf(table, 'visibility') ?? 'visible') !== 'visible';
