import { type ColumnField, columnFields, columnTitles } from '../columns.ts';
import { type TitleField, titleOf } from '../profile/titles.ts';

/** What other forms call the columns that ours has. */
const fields: Partial<Record<TitleField, ColumnField>> = {
  item: 'item',
  keyPoint: 'keyPoint',
  step: 'step',
  units: 'unit',
  deadline: 'checkMonths',
  result: 'result',
  execution: 'result',
  narrative: 'narrative',
  evidence: 'evidence',
  remarks: 'remarks',
};

const plain = (title: string): string => title.normalize('NFKC').replace(/\s/g, '');
const own = new Map(columnFields.map(field => [plain(columnTitles[field]), field]));

export interface NamedField {
  readonly field: ColumnField;
  /** The title is the one that our form prints, not one that others use. */
  readonly isOwn: boolean;
}

/** The column that a title names as a whole, in any width and spacing and with or without a note in brackets, or null. */
export function fieldOfTitle(title: string): NamedField | null {
  const printed = own.get(plain(title));
  if (printed) return { field: printed, isOwn: true };
  const known = titleOf(title);
  const field = known?.confidence === 1 ? fields[known.field] : undefined;
  return field ? { field, isOwn: false } : null;
}
