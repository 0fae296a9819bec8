import type { Theme } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { ReactElement, ReactNode } from 'react';
import {
  CreateButton,
  ExportButton,
  type Exporter,
  FilterButton,
  List,
  type ListProps,
  Pagination,
  TopToolbar,
  useListContext,
  useResourceDefinition,
} from 'react-admin';
import { ColumnsButton } from './ColumnsButton.tsx';
import { EmptyList } from './EmptyList.tsx';
import { ListFailed } from './ReadFailed.tsx';
import { type TableColumns, tableColumnsOf } from './table-columns.ts';

const sizes = [25, 50, 100];

/** Numbers of rows, of a list that could be read. */
const Pages = () => (useListContext().error ? null : <Pagination rowsPerPageOptions={sizes} />);

interface ToolsProps {
  readonly columns: TableColumns | null;
  readonly filterButton: boolean;
  readonly exports: boolean;
  readonly more: ReactNode;
}

const Tools = ({ columns, filterButton, exports, more }: ToolsProps) => {
  const { hasCreate } = useResourceDefinition();
  return (
    <TopToolbar className="no-print">
      {more}
      {filterButton ? <FilterButton /> : null}
      {columns ? <ColumnsButton {...columns} /> : null}
      {exports ? <ExportButton /> : null}
      {hasCreate ? <CreateButton variant="contained" /> : null}
    </TopToolbar>
  );
};

interface Props extends Omit<ListProps, 'actions' | 'filters' | 'exporter' | 'children'> {
  /** Filter inputs; `alwaysOn` ones are shown, the others wait behind the filter button. */
  readonly filters?: ReactElement<{ alwaysOn?: boolean }>[];
  readonly exporter?: Exporter | undefined;
  /** The table, a react-admin DataTable with `empty={<NothingMatches />}`. */
  readonly children: ReactNode;
  /** What a narrow screen shows instead of the table. */
  readonly phone?: ReactNode;
  /** Offers to choose columns, where the child is a DataTable. */
  readonly columns?: boolean;
  /** Further buttons, left of the usual ones. */
  readonly more?: ReactNode;
}

/** Every list: search and filters that stay in the URL, columns to choose, export, pages of 25. */
export const ListPage = ({ filters, exporter, children, phone, columns = true, more, ...rest }: Props) => {
  const narrow = useMediaQuery<Theme>(theme => theme.breakpoints.down('sm'));
  const asCards = narrow && phone !== undefined;
  return (
    <List
      perPage={25}
      pagination={<Pages />}
      empty={<EmptyList />}
      error={<ListFailed />}
      exporter={exporter ?? false}
      {...(filters ? { filters } : {})}
      actions={
        <Tools
          columns={columns && !asCards ? tableColumnsOf(children) : null}
          filterButton={filters !== undefined}
          exports={exporter !== undefined}
          more={more}
        />
      }
      {...rest}
    >
      {asCards ? phone : children}
    </List>
  );
};
