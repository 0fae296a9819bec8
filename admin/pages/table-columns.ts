import { Children, isValidElement, type ReactNode } from 'react';
import { DataTable } from 'react-admin';
import { z } from 'zod';

export interface TableColumn {
  /** What the table stores a hidden column by: its source, or else its label. */
  readonly key: string;
  readonly source?: string | undefined;
  readonly label?: string | undefined;
}

export interface TableColumns {
  readonly columns: readonly TableColumn[];
  readonly hiddenAtFirst: readonly string[];
  readonly storeKey?: string | undefined;
}

const columnProps = z.object({ source: z.string().optional(), label: z.string().optional().catch(undefined) });
const tableProps = z.object({
  hiddenColumns: z.array(z.string()).default([]),
  storeKey: z.string().optional().catch(undefined),
});

/** The columns of the DataTable that a list is made of, read off its elements; null when it holds none. */
export function tableColumnsOf(list: ReactNode): TableColumns | null {
  const table = Children.toArray(list).find(child => isValidElement(child) && child.type === DataTable);
  if (!isValidElement<{ children?: ReactNode }>(table)) return null;
  const { hiddenColumns, storeKey } = tableProps.parse(table.props);
  const columns = Children.toArray(table.props.children).flatMap(child => {
    const { source, label } = columnProps.parse(isValidElement(child) ? child.props : {});
    const key = source ?? label;
    return key === undefined ? [] : [{ key, source, label }];
  });
  return { columns, hiddenAtFirst: hiddenColumns, storeKey };
}
