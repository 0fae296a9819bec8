import { useFieldValue, useTranslate } from 'react-admin';

/** A role by its screen term. */
export const RoleField = ({ source = 'role' }: { readonly source?: string; readonly label?: string }) => {
  const translate = useTranslate();
  const role: unknown = useFieldValue({ source });
  return <>{typeof role === 'string' ? translate(`roles.${role}`) : null}</>;
};
