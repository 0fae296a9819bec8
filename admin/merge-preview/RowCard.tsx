import { memo } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { type Decision, type Decisions, decisionKey, type StrayRow } from '../../sync/model/index.ts';
import { Chip } from '../fields/index.ts';
import { FieldPanes } from './FieldPanes.tsx';
import { GuessButtons, type Placing } from './GuessButtons.tsx';
import { fieldLooks, matchLooks } from './looks.ts';
import { decidable, fieldsIn, isGuessed, type View } from './plan.ts';
import type { RowName, ShownRow } from './shown.ts';

interface Props {
  readonly row: ShownRow;
  readonly name: RowName;
  readonly view: View;
  readonly past: boolean;
  /** All decisions; the card is drawn anew only when one of its own changed. */
  readonly decisions: Decisions;
  readonly onChoose?: ((key: string, choice: Decision) => void) | undefined;
  /** Places a row of the file, or takes it away from this row. */
  readonly onPlace?: Placing | undefined;
}

const standingOf = (row: ShownRow, decisions: Decisions): string => {
  if (row.status === 'duplicated' || row.status === 'mismatched') return 'is-blocked';
  const conflicts = row.fields.filter(field => field.outcome === 'conflict');
  if (conflicts.some(field => decisions[decisionKey(row.rowId, field.field)] === undefined)) return 'is-open';
  if (conflicts.length > 0) return 'is-settled';
  return decidable(row).length > 0 ? 'is-change' : '';
};

/** The cells of a row of the file that nothing was taken from. */
export const Values = ({ values }: Pick<StrayRow, 'values'>) => {
  const translate = useTranslate();
  return (
    <dl className="merge-values">
      {Object.entries(values)
        .filter(([, value]) => value.trim() !== '')
        .map(([title, value]) => [
          // A column of the form by its own title, or a field of ours by its word.
          <dt key={`${title}:`}>{translate(`exchange.answer.${title}`, { _: title })}</dt>,
          <dd key={title}>{value}</dd>,
        ])}
    </dl>
  );
};

/** Everything about one row of the form: where it stands in the plan, where in the file, and each field that matters. */
export const RowCard = memo(
  ({ row, name, view, past, decisions, onChoose, onPlace }: Props) => {
    const translate = useTranslate();
    const id = `row-${row.rowId}`;
    return (
      <article
        className={`merge-row ${standingOf(row, decisions)}`}
        tabIndex={-1}
        data-row={row.rowId}
        aria-labelledby={id}
      >
        <div className="merge-path">{name.path}</div>
        <h3 className="merge-step" id={id}>
          {name.href === null ? name.title : <Link to={name.href}>{name.title}</Link>}
        </h3>
        <div className="merge-facts">
          {name.unit ? <b>{name.unit}</b> : null}
          {row.row === null ? null : (
            <span>{translate('exchange.row.place', { sheet: row.sheet ?? '', row: row.row })}</span>
          )}
          {row.locked ? <Chip {...fieldLooks.locked} tone="neutral" word={translate('exchange.row.locked')} /> : null}
          {row.status === 'matched' ? null : (
            <Chip
              icon={fieldLooks.doubtful.icon}
              tone={row.status === 'notReturned' ? 'neutral' : 'watch'}
              word={translate(`exchange.status.${row.status}`)}
            />
          )}
          {row.status === 'matched' && row.matchedBy !== null && row.matchedBy !== 'id' ? (
            <Chip {...matchLooks[row.matchedBy]} word={translate(`exchange.row.by.${row.matchedBy}`)} />
          ) : null}
          {onPlace && isGuessed(row) ? <GuessButtons row={row} step={name.title} onPlace={onPlace} /> : null}
        </div>
        {row.status === 'matched' ? null : (
          <p className="merge-why">{translate(`exchange.statusText.${row.status}`)}</p>
        )}
        {fieldsIn(row, view).map(field => (
          <FieldPanes
            key={field.field}
            rowId={row.rowId}
            field={field}
            past={past}
            chosen={decisions[decisionKey(row.rowId, field.field)]}
            onChoose={onChoose}
          />
        ))}
        {row.copies.map(copy => (
          <div className="merge-copy" key={`${copy.sheet} ${copy.row}`}>
            <p>{translate('exchange.row.place', { sheet: copy.sheet, row: copy.row })}</p>
            <Values values={copy.values} />
          </div>
        ))}
      </article>
    );
  },
  (a, b) =>
    a.row === b.row &&
    a.name === b.name &&
    a.view === b.view &&
    a.past === b.past &&
    a.onChoose === b.onChoose &&
    a.onPlace === b.onPlace &&
    a.row.fields.every(({ field }) => {
      const key = decisionKey(a.row.rowId, field);
      return a.decisions[key] === b.decisions[key];
    }),
);
