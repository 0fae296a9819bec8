import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import MuiLink from '@mui/material/Link';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useGetList, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Template } from '../../sync/model/index.ts';
import { useSession } from '../data/index.ts';
import { useNamesApart } from '../templates/names.ts';
import { coverageOf } from '../templates/rows/mapping.ts';
import { useTemplateRows } from '../templates/rows/use-mapping.ts';
import { Converts, TemplateFormat } from './TemplateFormat.tsx';

/** Formats of our own form. */
const formats = ['xlsx', 'ods', 'csv'] as const;

/** What the file will look like: our own form in a format, or somebody's template, perhaps converted into another format. */
export interface Shape {
  readonly templateId: string | null;
  readonly format: (typeof formats)[number];
  /** Of a template: the format that it is to be converted into; null keeps its own. */
  readonly into: 'xlsx' | 'ods' | null;
}

export const ownForm: Shape = { templateId: null, format: 'xlsx', into: null };

/** The part of the request that asks for a shape. */
export const bodyOfShape = ({ templateId, format, into }: Shape) =>
  templateId === null ? { format } : { templateId, ...(into === null ? {} : { format: into }) };

/** Key of what is said of a shape before it is made. */
export const holdsOf = ({ templateId, into }: Shape): string =>
  templateId === null ? 'forms.holds' : into === null ? 'forms.holdsTemplate' : 'forms.holdsConverted';

interface Props {
  readonly shape: Shape;
  readonly planId: string | null;
  readonly onShape: (shape: Shape) => void;
}

/** How far the rows of a template stand for steps of the plan, before anything is sent through it. */
const Coverage = ({ templateId, planId }: { readonly templateId: string; readonly planId: string }) => {
  const translate = useTranslate();
  const { data: rows } = useTemplateRows(templateId, planId);
  if (!rows) return null;
  const { confirmed, unconfirmed, uncovered } = coverageOf(rows);
  const ready = unconfirmed === 0 && uncovered === 0;
  return (
    <Alert
      severity={ready ? 'success' : 'warning'}
      variant="outlined"
      role="status"
      sx={{ mt: 1, color: 'text.primary' }}
    >
      {translate(ready ? 'forms.coverage.ready' : 'forms.coverage.open', { confirmed, unconfirmed, uncovered })}{' '}
      <MuiLink component={Link} to={`/templates/${templateId}/show?tab=rows&plan=${planId}`} sx={{ fontWeight: 600 }}>
        {translate('forms.coverage.see')}
      </MuiLink>
    </Alert>
  );
};

const own = 'own';

/** Chooses our own form, with its format, or a template of the agency. */
export const ShapeChoice = ({ shape, planId, onShape }: Props) => {
  const translate = useTranslate();
  const { user } = useSession();
  const { data: templates = [] } = useGetList<Template>('templates', {
    filter: { agencyId: user.agencyId },
    sort: { field: 'updatedAt', order: 'DESC' },
    pagination: { page: 1, perPage: 200 },
  });
  const nameOf = useNamesApart(templates);
  const known = templates.some(template => template.id === shape.templateId);
  const chosen = known ? templates.find(template => template.id === shape.templateId) : undefined;
  return (
    <>
      <Box sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: { xs: '1fr', sm: '2fr 1fr' } }}>
        <TextField
          select
          label={translate('forms.shape')}
          helperText={translate('forms.shapeHelp')}
          value={chosen?.id ?? own}
          onChange={({ target: { value } }) =>
            onShape({ ...shape, templateId: value === own ? null : value, into: null })
          }
        >
          <MenuItem value={own}>{translate('forms.own')}</MenuItem>
          {templates.map(template => (
            <MenuItem key={template.id} value={template.id}>
              {translate('forms.ofTemplate', { name: nameOf(template) })}
            </MenuItem>
          ))}
        </TextField>
        {chosen ? (
          <TemplateFormat template={chosen} into={shape.into} onInto={into => onShape({ ...shape, into })} />
        ) : (
          <TextField
            select
            label={translate('forms.format')}
            value={shape.format}
            onChange={({ target: { value } }) => onShape({ ...shape, format: value as Shape['format'] })}
          >
            {formats.map(format => (
              <MenuItem key={format} value={format}>
                {translate(`forms.formats.${format}`)}
              </MenuItem>
            ))}
          </TextField>
        )}
      </Box>
      {chosen && shape.into !== null ? <Converts template={chosen} /> : null}
      {chosen && planId ? <Coverage templateId={chosen.id} planId={planId} /> : null}
    </>
  );
};
