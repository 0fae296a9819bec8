import LockIcon from '@mui/icons-material/LockOutlined';
import SearchOffIcon from '@mui/icons-material/SearchOffOutlined';
import Button from '@mui/material/Button';
import { Title, useTranslate } from 'react-admin';
import { Message } from './Message.tsx';

const pages = {
  notFound: { icon: SearchOffIcon, heading: 'ra.page.not_found' },
  denied: { icon: LockIcon, heading: 'ra.page.access_denied' },
} as const;

const DeadEnd = ({ kind }: { readonly kind: keyof typeof pages }) => {
  const translate = useTranslate();
  return (
    <>
      <Title title={pages[kind].heading} />
      <Message
        icon={pages[kind].icon}
        title={translate(`shell.${kind}.title`)}
        actions={
          <Button variant="contained" href="#/">
            {translate('shell.toHome')}
          </Button>
        }
      >
        <p>{translate(`shell.${kind}.text`)}</p>
      </Message>
    </>
  );
};

export const NotFound = () => <DeadEnd kind="notFound" />;
export const AccessDenied = () => <DeadEnd kind="denied" />;
