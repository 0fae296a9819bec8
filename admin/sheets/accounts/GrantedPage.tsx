import BrokenIcon from '@mui/icons-material/LinkOffOutlined';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import { useQuery } from '@tanstack/react-query';
import { Title, useTranslate } from 'react-admin';
import { Link, Navigate, useSearchParams } from 'react-router-dom';
import { request } from '../../data/index.ts';
import { Message, PageSkeleton } from '../../layout/index.ts';

/** Where Google's page leads back to: hands over what it brought, once. */
export const GrantedPage = () => {
  const translate = useTranslate();
  const [search] = useSearchParams();
  const [code, state, refused] = [search.get('code') ?? '', search.get('state') ?? '', search.get('error')];
  const { error, isSuccess } = useQuery({
    queryKey: ['sheetGrants', 'finish', state],
    queryFn: async () => (await request('/api/sheetGrants/finish', { method: 'POST', json: { code, state } })).json,
    enabled: refused === null,
    retry: false,
    refetchOnWindowFocus: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (isSuccess) return <Navigate to="/sheetAccounts" replace />;
  const broken = refused === null ? error?.message : translate('sheets.accounts.grant.denied');
  return (
    <>
      <Title title={translate('sheets.accounts.title')} />
      {broken === undefined ? (
        <PageSkeleton />
      ) : (
        <Card>
          <Message
            icon={BrokenIcon}
            title={broken}
            role="alert"
            actions={
              <Button component={Link} to="/sheetAccounts" variant="contained">
                {translate('sheets.accounts.again')}
              </Button>
            }
          />
        </Card>
      )}
    </>
  );
};

export default GrantedPage;
