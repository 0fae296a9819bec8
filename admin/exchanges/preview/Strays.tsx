import { useTranslate } from 'react-admin';
import type { StrayRow } from '../../../sync/model/index.ts';
import { Values } from './RowCard.tsx';

/** Rows of the file that belong to no row of the form, with all that stands in them. */
export const Strays = ({ strays }: { readonly strays: readonly StrayRow[] }) => {
  const translate = useTranslate();
  return strays.map(({ sheet, row, text, values }) => (
    <article className="merge-row is-blocked" key={`${sheet} ${row}`}>
      <h3 className="merge-step">{text || translate('exchange.row.noText')}</h3>
      <div className="merge-facts">
        <span>{translate('exchange.row.place', { sheet, row })}</span>
      </div>
      <Values values={values} />
    </article>
  ));
};
