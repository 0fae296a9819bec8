import WarnIcon from '@mui/icons-material/WarningAmberRounded';
import { Fragment } from 'react';
import { useTranslate } from 'react-admin';
import { useMonthName } from '../fields/use-month-name.ts';
import type { OutlineRow } from './outline/index.ts';
import type { Column } from './TreeRow.tsx';
import type { Meaning } from './unit-meanings.ts';
import { useMeanings } from './use-units.ts';

/** Keeps a mark on the line of what it marks. */
const wordJoiner = '\u2060';

const UnitName = ({ name, meaning }: { readonly name: string; readonly meaning: Meaning }) => {
  const translate = useTranslate();
  if (meaning.kind === 'unknown')
    return (
      <span className="tree-warn">
        <WarnIcon aria-hidden />
        {wordJoiner}
        {translate('planTree.unknownUnit', { name })}
      </span>
    );
  if (meaning.kind === 'group')
    return (
      <>
        {name}
        <span className="tree-faded">{translate('planTree.groupOf', { count: meaning.unitIds.length })}</span>
      </>
    );
  return meaning.unitName === name ? (
    name
  ) : (
    <>
      {name}
      <span className="tree-faded">{translate('planTree.aliasOf', { name: meaning.unitName })}</span>
    </>
  );
};

/** Unit names as the document prints them, each with what it stands for where that is not plain. */
export const UnitNames = ({ names }: { readonly names: readonly string[] }) => {
  const translate = useTranslate();
  const meanings = useMeanings();
  return names.map((name, n) => (
    <Fragment key={name}>
      {n === 0 ? null : translate('planTree.comma')}
      <UnitName name={name} meaning={meanings(name)} />
    </Fragment>
  ));
};

const UnitsCell = ({ row }: { readonly row: OutlineRow }) => <UnitNames names={row.units} />;

const DueCell = ({ row }: { readonly row: OutlineRow }) => {
  const translate = useTranslate();
  const nameOf = useMonthName();
  const comma = translate('planTree.comma');
  return (
    <>
      {row.checkMonths.length === 0 ? null : (
        <span className="tree-line">
          {translate('fields.month', { month: row.checkMonths.map(nameOf).join(comma) })}
        </span>
      )}
      {row.cadence.length === 0 ? null : <span className="tree-line tree-faded">{row.cadence.join(comma)}</span>}
    </>
  );
};

export const unitsColumn: Column<OutlineRow> = {
  key: 'units',
  heading: 'resources.planItems.fields.units',
  width: '8.5rem',
  Cell: UnitsCell,
};

export const dueColumn: Column<OutlineRow> = {
  key: 'due',
  heading: 'planTree.due',
  width: '5.5rem',
  Cell: DueCell,
};
