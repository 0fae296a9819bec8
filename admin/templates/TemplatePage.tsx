import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import type { ReactNode } from 'react';
import { Title, useTranslate } from 'react-admin';
import { useParams, useSearchParams } from 'react-router-dom';
import type { TemplateDetail } from '../../sync/model/index.ts';
import { CollectButton } from '../collections/CollectButton.tsx';
import { mayUse, useSession } from '../data/index.ts';
import { History } from '../events/History.tsx';
import { PageSkeleton } from '../layout/index.ts';
import { RowsPart } from './rows/RowsPart.tsx';
import { Studio } from './studio/Studio.tsx';
import { TemplateHead } from './TemplateHead.tsx';
import { useTemplate } from './use-template.ts';
import { DeleteButton, RenameButton } from './Verbs.tsx';

const parts: Readonly<Record<string, (template: TemplateDetail) => ReactNode>> = {
  sheet: template => <Studio template={template} />,
  rows: template => <RowsPart template={template} />,
  history: template => <History resource="templates" id={template.id} />,
};

/** One template: what was found in it, which steps its rows stand for, and what happened to it. */
export const TemplatePage = () => {
  const translate = useTranslate();
  const { id = '' } = useParams();
  const { user } = useSession();
  const [search, setSearch] = useSearchParams();
  const { data: template, error, refetch } = useTemplate(id);
  const title = <Title title={template?.name ?? translate('resources.templates.name', { smart_count: 1 })} />;
  if (error && !template)
    return (
      <>
        {title}
        <Alert severity="error" action={<Button onClick={() => void refetch()}>{translate('shell.tryAgain')}</Button>}>
          {translate(error.message, { _: error.message })}
        </Alert>
      </>
    );
  if (!template)
    return (
      <>
        {title}
        <PageSkeleton />
      </>
    );
  const asked = search.get('tab') ?? 'sheet';
  const part = parts[asked] ? asked : 'sheet';
  const mayEdit = mayUse(user.role, 'templates', 'update') && template.agencyId === user.agencyId;
  return (
    <>
      {title}
      <TemplateHead template={template}>
        {mayEdit ? (
          <>
            <CollectButton template={template} />
            <RenameButton template={template} />
            <DeleteButton template={template} />
          </>
        ) : null}
      </TemplateHead>
      <Tabs
        className="no-print"
        value={part}
        onChange={(_, next: string) => setSearch({ tab: next }, { replace: true })}
        aria-label={translate('templates.tab.label')}
        sx={{ mb: 1.5, minHeight: 40 }}
      >
        {Object.keys(parts).map(name => (
          <Tab
            key={name}
            value={name}
            id={`template-tab-${name}`}
            aria-controls={`template-part-${name}`}
            label={translate(`templates.tab.${name}`)}
            sx={{ minHeight: 40, py: 0.5 }}
          />
        ))}
      </Tabs>
      <Box role="tabpanel" id={`template-part-${part}`} aria-labelledby={`template-tab-${part}`}>
        {parts[part]?.(template)}
      </Box>
    </>
  );
};

export default TemplatePage;
