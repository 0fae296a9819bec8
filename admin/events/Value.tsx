import { useGetManyAggregate, useTranslate } from 'react-admin';
import { planSections } from '../../sync/model/index.ts';
import { ClampedText } from '../fields/ClampedText.tsx';
import { sectionsText } from '../plans/sections/parts.ts';
import { kindOf } from './field-kinds.ts';
import { readable } from './readable.ts';

interface Props {
  readonly resource: string;
  readonly field: string;
  readonly value: unknown;
}

const idsOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter(one => typeof one === 'string');

/** Records by what they are called; one that is gone or out of sight is said to be so. */
const Named = ({
  resource,
  text,
  ids,
}: {
  readonly resource: string;
  readonly text: string;
  readonly ids: readonly string[];
}) => {
  const translate = useTranslate();
  const { data, isPending } = useGetManyAggregate(resource, { ids: [...ids] });
  if (isPending) return null;
  const names = ids.map(id => {
    const name: unknown = data?.find(row => row?.id === id)?.[text];
    return typeof name === 'string' ? name : translate('events.outOfSight');
  });
  return <ClampedText text={names.join(translate('fields.and'))} />;
};

/** One stored value of a record, in words: names for ids, terms for codes, ROC dates, yes and no. */
export const Value = ({ resource, field, value }: Props) => {
  const translate = useTranslate();
  const kind = kindOf(resource, field);
  const ids = idsOf(value);
  if (kind?.kind === 'record' && ids.length > 0) return <Named resource={kind.resource} text={kind.text} ids={ids} />;
  if (kind?.kind === 'word' && typeof value === 'string') return translate(`${kind.words}.${value}`, { _: value });
  if (kind?.kind === 'sections') {
    const said = planSections.safeParse(value);
    const text = said.success ? sectionsText(said.data, part => translate(`resources.plans.fields.${part}`)) : '';
    return <ClampedText text={readable(text, translate)} />;
  }
  return <ClampedText text={readable(value, translate)} />;
};

/** The screen term of a field. */
export const useFieldLabel = () => {
  const translate = useTranslate();
  return (resource: string, field: string): string =>
    translate(`resources.${resource}.fields.${field}`, { _: translate(`events.fields.${field}`, { _: field }) });
};
