import Link from '@mui/material/Link';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { CollectedRow, MergedField } from '../../../sync/model/index.ts';

interface Props {
  readonly row: Pick<CollectedRow, 'lineage'>;
  /** Whose cell is told; without one the whole row. */
  readonly field?: MergedField;
}

/** Where an answer stands: file, sheet, cell; one click to the file. */
export const Source = ({ row: { lineage }, field }: Props) => {
  const translate = useTranslate();
  if (!lineage) return null;
  const cell = field ? lineage.cells[field] : undefined;
  return (
    <Link
      component={RouterLink}
      to={`/collectionFiles/${lineage.fileId}/show?show=unchanged`}
      sx={{ fontSize: '0.8125rem', overflowWrap: 'anywhere' }}
      title={lineage.fileName}
    >
      {cell
        ? translate('collection.answer.cell', { sheet: lineage.sheet, cell })
        : translate('exchange.row.place', { sheet: lineage.sheet, row: lineage.row })}
    </Link>
  );
};
