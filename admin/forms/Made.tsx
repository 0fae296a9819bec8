import DoneIcon from '@mui/icons-material/CheckCircleOutlined';
import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Form } from '../../sync/model/index.ts';
import { Message } from '../layout/index.ts';
import { Issues } from '../merge-preview/Issues.tsx';
import { fileOf } from './download.ts';

interface Props {
  readonly form: Form;
  readonly onAnother: () => void;
}

/** A form that was just made: the file again, and what whoever sends it should know of it. */
export const Made = ({ form, onAnother }: Props) => {
  const translate = useTranslate();
  return (
    <Card>
      <Message
        icon={DoneIcon}
        role="status"
        title={translate('forms.made')}
        actions={
          <>
            <Button
              component="a"
              href={fileOf(form)}
              download={form.name}
              variant="contained"
              startIcon={<DownloadIcon />}
            >
              {translate('forms.downloadAgain')}
            </Button>
            <Button component={Link} to="/forms" variant="outlined">
              {translate('forms.toList')}
            </Button>
            <Button variant="outlined" onClick={onAnother}>
              {translate('forms.another')}
            </Button>
          </>
        }
      >
        <p>
          {translate(form.templateId === null ? 'forms.madeText' : 'forms.madeThrough', {
            name: form.name,
            count: form.rowCount,
          })}
        </p>
      </Message>
      {form.notices.length > 0 ? (
        <Box sx={{ px: { xs: 1.5, sm: 3 }, pb: 1.5 }}>
          <Issues title="forms.notices" issues={form.notices} />
        </Box>
      ) : null}
    </Card>
  );
};
