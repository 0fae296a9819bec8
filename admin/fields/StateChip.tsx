import { useFieldValue, useTranslate } from 'react-admin';
import { Chip } from './Chip.tsx';
import { type MachineName, type StatesByMachine, stateLooks } from './state-looks.ts';

interface Props<M extends MachineName> {
  readonly machine: M;
  readonly state: StatesByMachine[M];
}

/** The state of anything that a state machine of the model governs. */
export function StateChip<M extends MachineName>({ machine, state }: Props<M>) {
  const translate = useTranslate();
  const { icon, tone } = stateLooks[machine][state];
  return <Chip icon={icon} tone={tone} word={translate(`states.${machine}.${state}`)} />;
}

/** StateChip for the present record. */
export function StateField({
  machine,
  source = 'state',
}: {
  readonly machine: MachineName;
  readonly source?: string;
  readonly label?: string;
}) {
  const state: unknown = useFieldValue({ source });
  return typeof state === 'string' ? (
    <StateChip machine={machine} state={state as StatesByMachine[MachineName]} />
  ) : null;
}

/** 使用中／已停用 of a record with a `disabled` column. */
export const EnabledField = (_: { readonly source?: string; readonly label?: string }) => {
  const disabled: unknown = useFieldValue({ source: 'disabled' });
  return <StateChip machine="record" state={disabled ? 'disabled' : 'enabled'} />;
};
