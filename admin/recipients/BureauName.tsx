import { useTranslate } from 'react-admin';
import { useAgencyNames } from '../collections/use-collection.ts';

/** Who asks: by its name where the agency may see it, else as what it is to the agency. */
export const BureauName = ({ agencyId }: { readonly agencyId: string }) => {
  const translate = useTranslate();
  const { nameOf, known } = useAgencyNames();
  return known ? <span>{nameOf(agencyId) || translate('recipient.bureau')}</span> : null;
};
