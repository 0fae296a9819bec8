import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { useMemo } from 'react';
import { useTranslate } from 'react-admin';
import { rowKey, type StrayRow } from '../../sync/model/index.ts';
import { useBoxWords } from '../plan-tree/index.ts';
import type { Placing } from './GuessButtons.tsx';
import { Values } from './RowCard.tsx';
import type { NameOf, ShownPlan, ShownRow } from './shown.ts';

interface Props {
  readonly plan: ShownPlan;
  readonly nameOf: NameOf;
  /** Undefined where nothing can be placed any more, or not by this person. */
  readonly onPlace: Placing | undefined;
}

/** An issued row that a stray may be placed at. */
interface Target {
  readonly rowId: string;
  readonly name: string;
  readonly score: number | null;
}

const PlaceBox = ({
  stray,
  targets,
  onPlace,
}: {
  readonly stray: StrayRow;
  readonly targets: readonly Target[];
  readonly onPlace: Placing;
}) => {
  const translate = useTranslate();
  const words = useBoxWords();
  const options = useMemo(() => {
    const scores = new Map(stray.candidates?.map(({ rowId, score }) => [rowId, score]));
    const scored = targets.map(target => ({ ...target, score: scores.get(target.rowId) ?? null }));
    return scored.toSorted((a, b) => (b.score ?? -1) - (a.score ?? -1));
  }, [stray, targets]);
  return (
    <Autocomplete
      {...words}
      className="no-print"
      options={options}
      value={null}
      getOptionLabel={option => option.name}
      getOptionKey={option => option.rowId}
      renderOption={({ key, ...props }, option) => (
        <Box component="li" key={key} {...props} sx={{ gap: 2 }}>
          <Box sx={{ flex: 1, minWidth: 0 }}>{option.name}</Box>
          {option.score === null ? null : (
            <Box component="span" sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}>
              {translate('templates.rows.alike', { percent: Math.round(option.score * 100) })}
            </Box>
          )}
        </Box>
      )}
      onChange={(_, option) => option && onPlace({ [rowKey(stray.sheet, stray.row)]: option.rowId })}
      renderInput={params => (
        <TextField
          {...params}
          label={translate('exchange.place.label')}
          helperText={translate('exchange.place.help')}
        />
      )}
      sx={{ mt: 1, maxWidth: 720 }}
    />
  );
};

/** Rows of the file that belong to no row of the form, with all that stands in them, to be placed or left. */
export const Strays = ({ plan, nameOf, onPlace }: Props) => {
  const translate = useTranslate();
  const known = useMemo(() => {
    const named = (row: ShownRow): string => {
      const { title, unit } = nameOf(row);
      return unit ? `${title}　${unit}` : title;
    };
    return new Map(plan.rows.map(row => [row.rowId, { rowId: row.rowId, name: named(row), status: row.status }]));
  }, [plan, nameOf]);
  const free = [...known.values()].filter(row => row.status === 'notReturned');
  return plan.strays.map(stray => {
    const likely = (stray.candidates ?? []).flatMap(({ rowId }) => known.get(rowId) ?? []);
    const targets = [...new Map([...likely, ...free].map(row => [row.rowId, { ...row, score: null }])).values()];
    return (
      <article className="merge-row is-blocked" key={`${stray.sheet} ${stray.row}`}>
        <h3 className="merge-step">{stray.text || translate('exchange.row.noText')}</h3>
        <div className="merge-facts">
          <span>{translate('exchange.row.place', { sheet: stray.sheet, row: stray.row })}</span>
        </div>
        <Values values={stray.values} />
        {onPlace && stray.placeable !== false && targets.length > 0 ? (
          <PlaceBox stray={stray} targets={targets} onPlace={onPlace} />
        ) : null}
      </article>
    );
  });
};
