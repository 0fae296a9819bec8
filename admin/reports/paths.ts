import type { PlanItem } from '../../sync/model/index.ts';

/** A report's place in the plan, from the item (執行要項) down to the step itself. */
export type Path = readonly PlanItem[];

/** Walks up from an item as far as its ancestors are known. */
export function pathOf(id: string, known: ReadonlyMap<string, PlanItem>): Path {
  const path: PlanItem[] = [];
  for (let item = known.get(id); item && !path.includes(item); item = known.get(item.parentId ?? ''))
    path.unshift(item);
  return path;
}

const opened = /^[（(○]/;

/** A node as it is printed: its numbering in front, `一、`, `(一)`, `1.`. */
export function printed({ label, text }: Pick<PlanItem, 'label' | 'text'>): string {
  if (label === null) return text;
  if (opened.test(label)) return `${label}${text}`;
  return /^[\dA-Za-z]/.test(label) ? `${label}. ${text}` : `${label}、${text}`;
}
