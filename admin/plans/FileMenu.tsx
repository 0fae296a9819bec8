import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import ListItemText from '@mui/material/ListItemText';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button, useNotify, useTranslate } from 'react-admin';
import { type Plan, type PlanFileFormat, planFileFormats, planFileOffer } from '../../sync/model/index.ts';
import { request, requestFile, save } from '../data/index.ts';

const pathOf = ({ id }: Plan): string => `/api/plans/${encodeURIComponent(id)}`;

/** What this server cannot write now. Until it has said so, everything is offered: it would refuse with its reason. */
const useMissing = (plan: Plan, asked: boolean): ReadonlySet<PlanFileFormat> => {
  const { data } = useQuery({
    queryKey: ['plans', plan.id, 'fileFormats'],
    queryFn: async () => planFileOffer.parse((await request(`${pathOf(plan)}/fileFormats`)).json),
    enabled: asked,
  });
  return new Set(data?.formats.filter(({ available }) => !available).map(({ format }) => format));
};

/** Gives the plan out as a document, in the format that a person chooses. */
export const FileMenu = ({ plan }: { readonly plan: Plan }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const missing = useMissing(plan, anchor !== null);
  const take = useMutation({
    mutationFn: async (format: PlanFileFormat) =>
      save(await requestFile(`${pathOf(plan)}/file?format=${format}`), `${plan.title}.${format}`),
    onError: error => notify(error instanceof Error ? error.message : String(error), { type: 'error' }),
  });
  const choose = (format: PlanFileFormat) => () => {
    setAnchor(null);
    take.mutate(format);
  };
  return (
    <>
      <Button
        label={take.isPending ? 'plans.file.making' : 'plans.file.download'}
        disabled={take.isPending}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={event => setAnchor(event.currentTarget)}
      >
        <DownloadIcon />
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {planFileFormats.map(format => (
          <MenuItem key={format} disabled={missing.has(format)} onClick={choose(format)}>
            <ListItemText
              primary={translate(`plans.file.${format}`)}
              secondary={missing.has(format) ? translate('plans.file.noPrinter') : undefined}
              slotProps={{ secondary: { sx: { maxWidth: 280, whiteSpace: 'normal' } } }}
            />
          </MenuItem>
        ))}
      </Menu>
    </>
  );
};
