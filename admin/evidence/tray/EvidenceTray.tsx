import RemoveIcon from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Skeleton from '@mui/material/Skeleton';
import { useRef } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import type { Report } from '../../../sync/model/index.ts';
import { Panel } from '../../pages/Panel.tsx';
import { EvidenceLine } from '../EvidenceLine.tsx';
import { EvidenceMenu } from '../EvidenceMenu.tsx';
import { useViewer } from '../preview/use-viewer.tsx';
import { Adding } from './Adding.tsx';
import { DropCurtain } from './DropCurtain.tsx';
import { type GivenFiles, named } from './given-files.ts';
import { UploadRow } from './UploadRow.tsx';
import { usePageDrop } from './use-page-drop.ts';
import type { Tray } from './use-tray.ts';

interface Props {
  readonly report: Pick<Report, 'id'>;
  readonly tray: Tray;
  readonly writable: boolean;
}

const list = { listStyle: 'none', m: 0, p: 0 } as const;

/** What proves a report: added by drop, paste, camera, file chooser, link or from the library; looked at in place. */
export const EvidenceTray = ({ report, tray, writable }: Props) => {
  const translate = useTranslate();
  const notify = useNotify();
  const { evidence, uploads, sending } = tray;
  const { show, viewer } = useViewer(evidence ?? []);
  const pasted = useRef(0);
  const receive = ({ files, folders }: GivenFiles, how: 'dropped' | 'pasted') => {
    for (const name of folders) notify('evidence.upload.folder', { type: 'warning', messageArgs: { name } });
    sending.add(how === 'pasted' ? named(files, translate('evidence.pasted'), () => ++pasted.current) : files);
  };
  const over = usePageDrop(writable, receive);
  const total = evidence?.length ?? 0;
  return (
    <Panel
      title={translate('evidence.title')}
      aside={
        <Box component="span" role="status" sx={{ color: 'text.secondary' }}>
          {evidence ? translate('evidence.count', { smart_count: total }) : ''}
        </Box>
      }
    >
      {writable ? <Adding reportId={report.id} tray={tray} /> : null}
      {uploads.length > 0 ? (
        <Box component="ul" aria-label={translate('evidence.upload.list')} sx={{ ...list, mt: 1.5 }}>
          {uploads.map(upload => (
            <UploadRow key={upload.key} upload={upload} sending={sending} />
          ))}
        </Box>
      ) : null}
      {evidence === undefined ? <Skeleton variant="rounded" height={64} sx={{ mt: 1.5 }} /> : null}
      {evidence && total === 0 && uploads.length === 0 ? (
        <Box sx={{ mt: writable ? 1.5 : 0, color: 'text.secondary' }}>
          {translate('evidence.none')}
          {writable ? translate('evidence.noneToAdd') : ''}
        </Box>
      ) : null}
      {total > 0 ? (
        <Box component="ul" aria-label={translate('evidence.title')} sx={{ ...list, mt: writable ? 1.5 : 0 }}>
          {evidence?.map(one => (
            <EvidenceLine key={one.id} evidence={one} onPreview={show}>
              <EvidenceMenu evidence={one} editable={writable} />
              {writable ? (
                <IconButton
                  aria-label={translate('evidence.remove', { name: one.name })}
                  onClick={() => tray.detach(one)}
                  sx={{ width: 40, height: 40, flex: 'none' }}
                >
                  <RemoveIcon fontSize="small" />
                </IconButton>
              ) : null}
            </EvidenceLine>
          ))}
        </Box>
      ) : null}
      {viewer}
      {over ? <DropCurtain /> : null}
    </Panel>
  );
};
