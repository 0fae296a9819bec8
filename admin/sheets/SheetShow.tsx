import OpenIcon from '@mui/icons-material/OpenInNewOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { ReferenceField, TextField, useLocaleState, useRecordContext, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { type SheetConnection, say } from '../../sync/model/index.ts';
import { RocDate, StateField } from '../fields/index.ts';
import { Fact, Facts, ShowPage } from '../pages/index.ts';
import { asLocale } from '../words/i18n.ts';
import { Actions } from './Actions.tsx';
import { Question } from './Question.tsx';
import { Schedule } from './Schedule.tsx';

const Problem = ({ sheet }: { readonly sheet: SheetConnection }) => {
  const [locale] = useLocaleState();
  if (!sheet.problem) return null;
  return (
    <Alert severity={sheet.state === 'failed' ? 'error' : 'warning'} sx={{ mb: 2 }}>
      {say(sheet.problem.code, asLocale(locale), sheet.problem.params)}
    </Alert>
  );
};

const Waiting = ({ sheet }: { readonly sheet: SheetConnection }) => {
  const translate = useTranslate();
  if (sheet.exchangeId === null || sheet.waiting === 0) return null;
  return (
    <Alert
      severity="info"
      sx={{ mb: 2 }}
      action={
        <Button
          component={Link}
          to={`/exchanges/${sheet.exchangeId}/show`}
          color="inherit"
          size="small"
          sx={{ whiteSpace: 'nowrap' }}
        >
          {translate('sheets.settle')}
        </Button>
      }
    >
      {translate('sheets.waitingText', { smart_count: sheet.waiting })}
    </Alert>
  );
};

const When = ({ value, none }: { readonly value: string | null; readonly none: string }) =>
  value === null ? none : <RocDate value={value} style="long" />;

const Whole = () => {
  const translate = useTranslate();
  const sheet = useRecordContext<SheetConnection>();
  if (!sheet) return null;
  return (
    <>
      <Problem sheet={sheet} />
      <Waiting sheet={sheet} />
      <Question sheet={sheet} />
      <Facts>
        <Fact source="state">
          <StateField machine="sheet" />
        </Fact>
        <Fact source="roundId">
          <ReferenceField source="roundId" reference="rounds" link="show">
            <TextField source="title" variant="body1" />
          </ReferenceField>
        </Fact>
        <Fact source="url">
          {sheet.url === null ? (
            translate('sheets.notMade')
          ) : (
            <Button
              component="a"
              href={sheet.url}
              target="_blank"
              rel="noopener noreferrer"
              size="small"
              startIcon={<OpenIcon />}
              sx={{ ml: -0.5 }}
            >
              {translate('sheets.open')}
            </Button>
          )}
        </Fact>
        <Fact source="accountId">
          <ReferenceField source="accountId" reference="sheetAccounts" link={false} empty={<span>—</span>}>
            <TextField source="name" variant="body1" />
          </ReferenceField>
        </Fact>
        <Fact source="tabbing">{translate(`sheets.tabbing.${sheet.tabbing}`)}</Fact>
        <Fact source="lastSyncAt">
          <When value={sheet.lastSyncAt} none={translate('sheets.notYet')} />
          {sheet.lastSyncAt === null ? null : (
            <Box component="span" sx={{ color: 'text.secondary', ml: 1.5 }}>
              {translate('sheets.lastCounts', { sent: sheet.lastSent, taken: sheet.lastTaken })}
            </Box>
          )}
        </Fact>
        <Fact source="nextSyncAt">
          <When value={sheet.nextSyncAt} none={translate('sheets.never')} />
        </Fact>
      </Facts>
      {sheet.state === 'disconnected' ? (
        <Alert severity="info" sx={{ mt: 2 }}>
          {translate('sheets.isDisconnected')}
        </Alert>
      ) : (
        <>
          <Schedule sheet={sheet} />
          <Actions sheet={sheet} />
        </>
      )}
    </>
  );
};

const Title = () => <>{useRecordContext<SheetConnection>()?.name}</>;

export const SheetShow = () => (
  <ShowPage history="sheets" title={<Title />}>
    <Whole />
  </ShowPage>
);

export default SheetShow;
