import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { dayInTaipei, ownStateOn } from '../../../sync/model/index.ts';
import { RocDate, StateChip } from '../../fields/index.ts';
import { Panel } from '../../pages/Panel.tsx';
import { line, lines } from './lines.ts';
import { useAsked } from './use-today.ts';

/** Forms that a superior bureau waits for, with their due dates, and findings that wait for an answer. Nothing while there is none. */
export const AskedOfUs = () => {
  const translate = useTranslate();
  const { data } = useAsked();
  if (!data || data.forms.length + data.findings === 0) return null;
  const today = dayInTaipei(new Date());
  return (
    <Box className="no-print" sx={{ mt: 1.5, mb: 2 }}>
      <Panel
        title={translate('collection.today.asked')}
        aside={
          <Link component={RouterLink} to="/recipients">
            {translate('collection.today.allAsked')}
          </Link>
        }
      >
        <Box component="ul" sx={lines}>
          {data.forms.map(({ recipient, collection, unsent }) => (
            <Box component="li" key={recipient.id} sx={line}>
              <Link
                component={RouterLink}
                to={`/recipients/${recipient.id}/show`}
                sx={{ fontWeight: 700, flex: '1 1 260px', minWidth: 0, overflowWrap: 'anywhere' }}
              >
                {collection.name}
              </Link>
              <StateChip machine="recipient" state={ownStateOn(recipient, collection, today, unsent)} />
              <span>
                {translate('resources.recipients.fields.dueDate')} <RocDate value={collection.dueDate} />
              </span>
            </Box>
          ))}
          {data.findings > 0 ? (
            <Box component="li" sx={line}>
              <Link component={RouterLink} to="/findings" sx={{ fontWeight: 700 }}>
                {translate('collection.today.findings', { smart_count: data.findings })}
              </Link>
            </Box>
          ) : null}
        </Box>
      </Panel>
    </Box>
  );
};
