import {
  type FormFill,
  type MergedField,
  type MergedValue,
  type RowFill,
  rowKey,
  type WorkbookMerge,
} from '../../model/index.ts';
import type { MergeWrite } from './apply.ts';

const text = (value: MergedValue): string | null => (value === null ? null : String(value));
const number = (value: MergedValue): number | null => (typeof value === 'number' ? value : null);

const fillers: Readonly<Record<Exclude<MergedField, 'history'>, (value: MergedValue) => Partial<RowFill>>> = {
  result: value => ({ result: text(value) }),
  narrative: value => ({ narrative: text(value) }),
  evidence: value => ({ evidenceText: text(value), ...(value === null ? { evidence: null } : {}) }),
  selfScore: value => ({ selfScore: number(value) }),
  firstScore: value => ({ firstScore: number(value) }),
  secondScore: value => ({ secondScore: number(value) }),
  remarks: value => ({ remarks: text(value) }),
  action: value => ({ action: text(value) }),
  actualDate: value => ({ actualDate: text(value) }),
};

/** What is to be filled into our workbook, and what cannot be. */
export interface MergeFill {
  readonly fill: FormFill;
  /** In rows that ours does not have, or below a narrative, where a fill writes nothing. */
  readonly left: readonly MergeWrite[];
}

/** Writes as what is to be filled into our workbook. */
export function fillOf(plan: WorkbookMerge, writes: readonly MergeWrite[]): MergeFill {
  const places = new Map(plan.rows.map(({ sheet, row, ours }) => [rowKey(sheet, row), ours]));
  const fillable = (write: MergeWrite): boolean =>
    write.field !== 'history' && places.get(rowKey(write.sheet, write.row)) !== null;
  const rows = [...Map.groupBy(writes.filter(fillable), ({ sheet, row }) => rowKey(sheet, row))].flatMap(
    ([key, list]) => {
      const place = places.get(key);
      if (!place) return [];
      const values = list.map(({ field, after }) => (field === 'history' ? {} : fillers[field](after)));
      return [{ sheet: place.sheet, fill: Object.assign({ row: place.row }, ...values) as RowFill }];
    },
  );
  const bySheet = Map.groupBy(rows, ({ sheet }) => sheet);
  return {
    fill: { sheets: [...bySheet].map(([name, list]) => ({ name, rows: list.map(({ fill }) => fill) })) },
    left: writes.filter(write => !fillable(write)),
  };
}
