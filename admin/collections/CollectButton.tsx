import CollectIcon from '@mui/icons-material/DynamicFeedOutlined';
import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Template } from '../../sync/model/index.ts';
import { mayUse, useSession } from '../data/index.ts';
import { useAgenciesBelow } from './use-agencies-below.ts';

/** From a form to asking agencies for it; nothing for an agency that has none below it. */
export const CollectButton = ({ template }: { readonly template: Pick<Template, 'id'> }) => {
  const translate = useTranslate();
  const { user } = useSession();
  const { agencies } = useAgenciesBelow();
  if (agencies.length === 0 || !mayUse(user.role, 'collections', 'create')) return null;
  return (
    <Button
      component={Link}
      variant="contained"
      startIcon={<CollectIcon />}
      to={`/collections/create?${new URLSearchParams({ template: template.id })}`}
    >
      {translate('collection.create.fromTemplate')}
    </Button>
  );
};
