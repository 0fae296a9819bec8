import MailIcon from '@mui/icons-material/AlternateEmailOutlined';
import AddIcon from '@mui/icons-material/GroupAddOutlined';
import EditionIcon from '@mui/icons-material/PublishedWithChangesOutlined';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Collection } from '../../sync/model/index.ts';
import { mayUse, useSession } from '../data/index.ts';
import { AddAgencies } from './AddAgencies.tsx';
import { AddressesDialog } from './addresses/AddressesDialog.tsx';
import { EditionDialog } from './edition/EditionDialog.tsx';

/** More agencies, or another edition of the form. */
export const MoreMenu = ({ collection }: { readonly collection: Collection }) => {
  const translate = useTranslate();
  const { user } = useSession();
  const [asking, setAsking] = useState<'agencies' | 'addresses' | 'edition' | null>(null);
  const close = () => setAsking(null);
  const may = (action: string) => mayUse(user.role, 'collections', action);
  if (collection.state === 'closed') return null;
  return (
    <>
      {may('addRecipients') ? (
        <Button size="small" startIcon={<AddIcon />} onClick={() => setAsking('agencies')}>
          {translate('collection.add.open')}
        </Button>
      ) : null}
      {may('mail') ? (
        <Button size="small" startIcon={<MailIcon />} onClick={() => setAsking('addresses')}>
          {translate('collection.addresses.open')}
        </Button>
      ) : null}
      {may('issueEdition') ? (
        <Button size="small" startIcon={<EditionIcon />} onClick={() => setAsking('edition')}>
          {translate(collection.state === 'draft' ? 'collection.newEdition.replace' : 'collection.newEdition.open')}
        </Button>
      ) : null}
      {asking === 'agencies' ? <AddAgencies collection={collection} onClose={close} /> : null}
      {asking === 'addresses' ? <AddressesDialog collection={collection} onClose={close} /> : null}
      {asking === 'edition' ? <EditionDialog collection={collection} onClose={close} /> : null}
    </>
  );
};
