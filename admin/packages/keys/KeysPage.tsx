import Box from '@mui/material/Box';
import { Title, useTranslate } from 'react-admin';
import { OwnKeyPanel } from './OwnKeyPanel.tsx';
import { TrustedKeys } from './TrustedKeys.tsx';

/** The keys that packages are signed with: ours to be handed out, and those of others that we trust. */
export const KeysPage = () => {
  const translate = useTranslate();
  return (
    <>
      <Title title={translate('packages.keys.title')} />
      <Box sx={{ display: 'grid', gap: 2, maxWidth: 860 }}>
        <OwnKeyPanel />
        <TrustedKeys />
      </Box>
    </>
  );
};

export default KeysPage;
