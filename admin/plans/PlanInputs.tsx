import { maxLength, maxValue, minValue, NumberInput, required, TextInput } from 'react-admin';
import { dayInTaipei, toRocYear } from '../../sync/model/index.ts';

/** The ROC year that a plan drafted today is most likely for. */
export const thisRocYear = (): number => toRocYear(Number(dayInTaipei(new Date()).slice(0, 4)));

/** Year and title of a plan. */
export const PlanInputs = ({ locked = false }: { readonly locked?: boolean }) => (
  <>
    <NumberInput
      source="year"
      validate={[required(), minValue(1, 'plans.notYear'), maxValue(999, 'plans.notYear')]}
      helperText={locked ? false : 'plans.yearHelp'}
      disabled={locked}
      step={1}
      sx={{ maxWidth: '12em' }}
    />
    <TextInput
      source="title"
      validate={[required(), maxLength(200)]}
      helperText={locked ? 'plans.lockedHelp' : 'plans.titleHelp'}
      disabled={locked}
    />
  </>
);
