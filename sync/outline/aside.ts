import { type Field, fieldOf } from './headings.ts';

/** 執行單位：民政課, on a line of its own. */
const labelled = /^([^:：\n]{2,10})[:：](.+)$/s;

/** What a line says of the node above it; null where it says nothing by a label. */
export function asideIn(text: string): { readonly field: Field; readonly value: string } | null {
  const match = labelled.exec(text);
  const field = match && fieldOf(match[1]!);
  return field && field in sayable ? { field, value: match[2]!.trim() } : null;
}

const sayable: Partial<Record<Field, true>> = { unit: true, assist: true, deadline: true, remarks: true };

/** Such a line goes on with nothing that stands above it. */
export const isAside = (text: string): boolean => asideIn(text) !== null;
