import Card from '@mui/material/Card';
import CardContent from '@mui/material/CardContent';
import { Title, useNotify, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { ChangePasswordForm } from './ChangePasswordForm.tsx';

export const PasswordPage = () => {
  const translate = useTranslate();
  const notify = useNotify();
  const navigate = useNavigate();
  return (
    <Card sx={{ maxWidth: 520, mt: 1 }}>
      <Title title={translate('account.change.title')} />
      <CardContent>
        <ChangePasswordForm
          onDone={() => {
            notify('account.change.done', { type: 'success' });
            navigate('/');
          }}
        />
      </CardContent>
    </Card>
  );
};

export default PasswordPage;
