import { useTranslate } from 'react-admin';
import type { PlanDiffRow, PlanDiffSide } from '../../sync/model/index.ts';
import { useMonthName } from '../fields/use-month-name.ts';
import { printedLabel } from '../plan-tree/outline/index.ts';
import { Words } from './Words.tsx';

interface Props {
  readonly row: PlanDiffRow;
  readonly which: 'before' | 'after';
}

const placeOf = ({ path }: PlanDiffSide): string =>
  path.map(label => (label === null ? '－' : printedLabel(label))).join(' ');

const Text = ({ row, which }: Props) => {
  const { text } = row[which]!;
  if (row.words.length > 0) return <Words words={row.words} side={which} />;
  if (row.kind === 'added') return <ins>{text}</ins>;
  return row.kind === 'removed' ? <del>{text}</del> : text;
};

const Said = ({ row, which }: Props) => {
  const translate = useTranslate();
  const nameOf = useMonthName();
  const comma = translate('planTree.comma');
  const { units, checkMonths, cadence, remarks } = row[which]!;
  const none = translate('planDiff.none');
  const said = [
    ['units', units.join(comma)],
    [
      'checkMonths',
      checkMonths.length > 0 ? translate('fields.month', { month: checkMonths.map(nameOf).join(comma) }) : '',
    ],
    ['cadence', cadence.join(comma)],
    ['remarks', remarks],
  ] as const;
  const shown = said.filter(([field, value]) => value !== '' || row.differs.includes(field));
  if (shown.length === 0) return null;
  return (
    <span className="diff-more">
      {shown.map(([field, value]) => (
        <span key={field} className={row.differs.includes(field) ? 'diff-fact diff-differs' : 'diff-fact'}>
          {translate('planDiff.said', {
            name: translate(`resources.planItems.fields.${field}`),
            value: value === '' ? none : value,
          })}
        </span>
      ))}
    </span>
  );
};

/** A node as one of the two plans has it. */
export const Side = ({ row, which }: Props) => {
  const translate = useTranslate();
  const side = row[which];
  if (!side)
    return (
      <td className="diff-side is-empty">
        <span className="diff-empty">{translate(`planDiff.notIn.${which}`)}</span>
      </td>
    );
  const label = side.path.at(-1);
  return (
    <td className={`diff-side is-${which}`}>
      <span className="diff-name">{translate(`planDiff.${which}`)}</span>
      <span className="diff-text">
        {label === null || label === undefined ? null : <span className="diff-label">{printedLabel(label)}</span>}
        {side.text === '' ? (
          <span className="diff-empty">{translate('planTree.noText')}</span>
        ) : (
          <Text row={row} which={which} />
        )}
      </span>
      <Said row={row} which={which} />
      {row.kind === 'moved' ? (
        <span className="diff-more">{translate('planDiff.place', { place: placeOf(side) })}</span>
      ) : null}
    </td>
  );
};
