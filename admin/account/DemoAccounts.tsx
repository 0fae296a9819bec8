import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import type { DemoAccount } from '../data/account.ts';

interface Props {
  readonly accounts: readonly DemoAccount[];
  readonly onChoose: (account: DemoAccount) => void;
}

/** The demo's people; one press logs in as one of them. */
export const DemoAccounts = ({ accounts, onChoose }: Props) => {
  const translate = useTranslate();
  return (
    <Box component="section" aria-labelledby="demo" sx={{ mt: 3, pt: 2, borderTop: 1, borderColor: 'divider' }}>
      <Typography id="demo" component="h2" variant="h3">
        {translate('account.demo.title')}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
        {translate('account.demo.text')}
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {accounts.map(person => (
          <Box component="li" key={person.account} sx={{ borderTop: 1, borderColor: 'divider' }}>
            <ButtonBase
              onClick={() => onChoose(person)}
              sx={{
                width: '100%',
                justifyContent: 'space-between',
                gap: 2,
                py: 0.9,
                px: 1,
                textAlign: 'left',
                '&:hover': { bgcolor: 'action.hover' },
              }}
            >
              <span>
                <b>{person.name}</b>{' '}
                <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>
                  {translate(`roles.${person.role}`, { _: person.role })}
                </Box>
              </span>
              <Box component="code" sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>
                {person.account}
              </Box>
            </ButtonBase>
          </Box>
        ))}
      </Box>
    </Box>
  );
};
