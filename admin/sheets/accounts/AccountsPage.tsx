import Box from '@mui/material/Box';
import { Title, useTranslate } from 'react-admin';
import { Accounts } from './Accounts.tsx';
import { Connect } from './Connect.tsx';

/** The Google accounts of the agency, and how to connect one. */
export const AccountsPage = () => {
  const translate = useTranslate();
  return (
    <>
      <Title title={translate('sheets.accounts.title')} />
      <Box sx={{ display: 'grid', gap: 2, maxWidth: 860 }}>
        <Accounts />
        <Connect />
      </Box>
    </>
  );
};

export default AccountsPage;
