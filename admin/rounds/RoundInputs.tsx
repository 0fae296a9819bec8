import { useEffect, useRef } from 'react';
import {
  AutocompleteInput,
  maxLength,
  ReferenceInput,
  required,
  SelectInput,
  TextInput,
  useGetOne,
  useRecordContext,
  useTranslate,
} from 'react-admin';
import { useFormContext, useWatch } from 'react-hook-form';
import { type Plan, type Round, roundKinds } from '../../sync/model/index.ts';
import { RocDateInput, useMonthName } from '../fields/index.ts';
import { lastDayOf } from './suggest.ts';

const months = Array.from({ length: 12 }, (_, n) => n + 1);

/** Fills title and due date as soon as plan, kind and month are known, as long as nobody wrote something else there. */
const Suggestions = () => {
  const translate = useTranslate();
  const { setValue, getValues } = useFormContext();
  const [planId, kind, month] = useWatch({ name: ['planId', 'kind', 'month'] });
  const { data: plan } = useGetOne<Plan>('plans', { id: planId }, { enabled: Boolean(planId) });
  const put = useRef<Readonly<Record<string, string>>>({});
  const year = plan?.year;
  useEffect(() => {
    if (year === undefined || !kind || !month) return;
    const next = {
      title: translate(`rounds.titleOf.${kind}`, { year, month }),
      dueDate: lastDayOf(year, Number(month)),
    };
    for (const [field, value] of Object.entries(next)) {
      const now = getValues(field);
      if (!now || now === put.current[field]) setValue(field, value, { shouldDirty: true });
    }
    put.current = next;
  }, [year, kind, month, getValues, setValue, translate]);
  return null;
};

/** The fields of a round. */
export const RoundInputs = ({ existing = false }: { readonly existing?: boolean }) => {
  const translate = useTranslate();
  const nameOf = useMonthName();
  const round = useRecordContext<Round>();
  const opened = existing && round !== undefined && round.state !== 'draft';
  return (
    <>
      {existing ? null : (
        <>
          <ReferenceInput
            source="planId"
            reference="plans"
            filter={{ state_ne: 'closed' }}
            sort={{ field: 'year', order: 'DESC' }}
          >
            <AutocompleteInput optionText="title" validate={required()} />
          </ReferenceInput>
          <Suggestions />
        </>
      )}
      <SelectInput
        source="kind"
        choices={roundKinds.map(id => ({ id, name: `roundKinds.${id}` }))}
        validate={required()}
        defaultValue="routine"
      />
      <SelectInput
        source="month"
        choices={months.map(id => ({ id, name: translate('fields.month', { month: nameOf(id) }) }))}
        validate={required()}
        disabled={opened}
        helperText={opened ? 'rounds.monthFixed' : 'rounds.monthHelp'}
      />
      <TextInput source="title" validate={[required(), maxLength(120)]} />
      <RocDateInput source="dueDate" validate={required()} />
    </>
  );
};
