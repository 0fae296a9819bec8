import type { ReactNode } from 'react';
import { Create, type CreateProps, SimpleForm, type SimpleFormProps } from 'react-admin';
import { formWidth } from './beside-heading.ts';
import { KeptDraft } from './KeptDraft.tsx';

interface Props extends Omit<CreateProps, 'children'> {
  readonly children: ReactNode;
  readonly form?: Omit<SimpleFormProps, 'children'>;
}

/** Every create page; what was typed and not saved is offered again. */
export const CreatePage = ({ children, form, redirect = 'show', ...rest }: Props) => (
  <Create redirect={redirect} sx={formWidth} {...rest}>
    <SimpleForm warnWhenUnsavedChanges {...form}>
      <KeptDraft />
      {children}
    </SimpleForm>
  </Create>
);
