import { type CSSProperties, memo } from 'react';
import { useTranslate } from 'react-admin';
import type { CrosswalkItem } from '../../../sync/model/index.ts';
import { itemText } from '../../assignments/item-text.ts';
import type { Coverage } from '../walk.ts';
import { cellKey, type MatrixCells, type MatrixColumn } from './matrix.ts';

const marks = { linked: '●', suggested: '○', none: '' } as const;

const Mark = ({ state }: { readonly state: keyof typeof marks }) => {
  const translate = useTranslate();
  return (
    <>
      <span aria-hidden>{marks[state]}</span>
      <span className="matrix-hidden">{translate(`crosswalk.matrix.state.${state}`)}</span>
    </>
  );
};

interface Props {
  readonly index: number;
  readonly item: CrosswalkItem;
  readonly coverage: Coverage;
  readonly columns: readonly MatrixColumn[];
  readonly cells: MatrixCells;
  readonly mayChange: boolean;
}

/** One item of the superior's plan across the columns. Keys and clicks are heard by the table: so many cells need no ears each. */
export const MatrixRow = memo(({ index, item, coverage, columns, cells: { linked, suggested }, mayChange }: Props) => {
  const translate = useTranslate();
  const text = itemText(item);
  return (
    <tr className={`depth-${item.depth} is-${coverage}`}>
      <th scope="row" className="matrix-text" style={{ '--depth': item.depth } as CSSProperties} title={text}>
        <span>{text === '' ? translate('planTree.noText') : text}</span>
        {coverage === 'uncovered' ? <b className="matrix-hidden">{translate('crosswalk.uncovered')}</b> : null}
      </th>
      {columns.map(({ item: column }, at) => {
        const key = cellKey(item.id, column.id);
        const state = linked.has(key) ? 'linked' : suggested.has(key) ? 'suggested' : 'none';
        return (
          <td key={column.id} data-state={state}>
            {mayChange ? (
              <button
                type="button"
                data-row={index}
                data-column={at}
                tabIndex={index === 0 && at === 0 ? 0 : -1}
                aria-pressed={state === 'linked'}
              >
                <Mark state={state} />
              </button>
            ) : (
              <span data-row={index} data-column={at} className="matrix-plain">
                <Mark state={state} />
              </span>
            )}
          </td>
        );
      })}
    </tr>
  );
});
