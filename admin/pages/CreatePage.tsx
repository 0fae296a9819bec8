import type { ReactNode } from 'react';
import { Create, type CreateProps, type RaRecord, SimpleForm, type SimpleFormProps } from 'react-admin';
import { formWidth } from './beside-heading.ts';
import { KeptDraft } from './KeptDraft.tsx';
import { useLeaving } from './use-leaving.ts';

interface Props extends Omit<CreateProps, 'children' | 'mutationOptions'> {
  readonly children: ReactNode;
  readonly form?: Omit<SimpleFormProps, 'children'>;
  /** What is done with the new record instead of going to `redirect`. */
  readonly onCreated?: (row: RaRecord) => void | Promise<void>;
}

/** Every create page; what was typed and not saved is offered again. */
export const CreatePage = ({ children, form, onCreated, redirect = 'show', ...rest }: Props) => {
  const { isLeaving, leave, letGo } = useLeaving(redirect, 'created');
  const created = (row: RaRecord) => {
    if (!onCreated) return leave(row);
    letGo();
    return onCreated(row);
  };
  return (
    <Create redirect={redirect} sx={formWidth} mutationOptions={{ onSuccess: created }} {...rest}>
      <SimpleForm warnWhenUnsavedChanges={!isLeaving} {...form}>
        <KeptDraft />
        {children}
      </SimpleForm>
    </Create>
  );
};
