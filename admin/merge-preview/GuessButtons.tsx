import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';
import { type Placements, rowKey } from '../../sync/model/index.ts';
import type { ShownRow } from './shown.ts';

/** Says which issued row a row of the file stands for; null for none. */
export type Placing = (rows: Placements) => void;

interface Props {
  readonly row: ShownRow;
  readonly step: string;
  readonly onPlace: Placing;
}

/** Under a row that was recognised without its id: it is the one, or it is not. */
export const GuessButtons = ({ row, step, onPlace }: Props) => {
  const translate = useTranslate();
  if (row.sheet === null || row.row === null) return null;
  const key = rowKey(row.sheet, row.row);
  return (
    <span className="no-print">
      {(['isThis', 'notThis'] as const).map(answer => (
        <Button
          key={answer}
          size="small"
          aria-label={`${translate(`exchange.row.${answer}`)} ${step}`}
          onClick={() => onPlace({ [key]: answer === 'isThis' ? row.rowId : null })}
        >
          {translate(`exchange.row.${answer}`)}
        </Button>
      ))}
    </span>
  );
};
