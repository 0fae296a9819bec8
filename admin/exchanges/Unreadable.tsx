import WarningIcon from '@mui/icons-material/ReportGmailerrorredOutlined';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import { useLocaleState, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { type ExchangeDetail, say } from '../../sync/model/index.ts';
import { Message } from '../layout/index.ts';
import { asLocale } from '../words/i18n.ts';
import { faultOf } from './fault.ts';

/** A file that nothing can be taken from: why, that it was kept, and what to do. */
export const Unreadable = ({ exchange }: { readonly exchange: ExchangeDetail }) => {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const { problem } = exchange;
  return (
    <Card sx={{ mb: 2 }}>
      <Message
        icon={WarningIcon}
        title={translate(faultOf(exchange) === 'foreign' ? 'exchange.unreadable.foreign' : 'exchange.unreadable.title')}
        actions={
          <>
            <Button component={Link} to="/exchanges" variant="contained">
              {translate('exchange.unreadable.again')}
            </Button>
            <Button component={Link} to="/forms" variant="outlined">
              {translate('exchange.unreadable.forms')}
            </Button>
          </>
        }
      >
        <p>{problem ? say(problem.code, asLocale(locale), problem.params) : translate('exchange.unreadable.text')}</p>
        <p>{translate('exchange.unreadable.kept')}</p>
      </Message>
    </Card>
  );
};
