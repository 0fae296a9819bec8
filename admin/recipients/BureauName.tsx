import { useTranslate } from 'react-admin';
import { useBureaus } from './use-bureaus.ts';

/** Who asks: by its name, else as what it is to the agency. */
export const BureauName = ({ agencyId }: { readonly agencyId: string }) => {
  const translate = useTranslate();
  const { nameOf, known } = useBureaus();
  return known ? <span>{nameOf(agencyId) || translate('recipient.bureau')}</span> : null;
};
