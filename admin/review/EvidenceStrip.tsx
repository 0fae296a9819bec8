import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Tooltip from '@mui/material/Tooltip';
import { useEffect, useRef, useState } from 'react';
import { useGetList, useTranslate } from 'react-admin';
import type { Evidence, Report } from '../../sync/model/index.ts';
import { fileUrl, previewOf } from '../evidence/format.ts';
import { useViewer } from '../evidence/preview/use-viewer.tsx';
import { Thumb } from '../evidence/Thumb.tsx';

const shown = 6;
const most = 100;

/** True from the moment the element comes near the window: what is far below is not fetched. */
function useNear() {
  const place = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    const node = place.current;
    if (!node || near) return;
    const watch = new IntersectionObserver(([entry]) => entry?.isIntersecting && setNear(true), {
      rootMargin: '400px',
    });
    watch.observe(node);
    return () => watch.disconnect();
  }, [near]);
  return { place, near };
}

/** The evidence of a report as a row of small pictures; a click looks at it, a link or a document opens. */
export const EvidenceStrip = ({ report }: { readonly report: Report }) => {
  const translate = useTranslate();
  const { place, near } = useNear();
  const { data } = useGetList<Evidence>(
    'evidence',
    {
      filter: { reportId: report.id },
      sort: { field: 'createdAt', order: 'ASC' },
      pagination: { page: 1, perPage: most },
    },
    { enabled: near && report.evidenceCount > 0 },
  );
  const { show, viewer } = useViewer(data ?? []);
  const opener = (evidence: Evidence) => {
    const { id, name } = evidence;
    if (previewOf(evidence)) return { 'aria-label': translate('evidence.preview', { name }), onClick: () => show(id) };
    return evidence.kind === 'link'
      ? {
          component: 'a',
          href: evidence.url,
          target: '_blank',
          rel: 'noopener noreferrer',
          'aria-label': translate('evidence.openLink', { name }),
        }
      : {
          component: 'a',
          href: fileUrl(id),
          download: name,
          'aria-label': translate('evidence.downloadNamed', { name }),
        };
  };
  if (report.evidenceCount === 0)
    return <Box sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>{translate('report.noEvidence')}</Box>;
  return (
    <Box
      ref={place}
      component="ul"
      aria-label={translate('review.evidenceOf')}
      sx={{
        listStyle: 'none',
        m: 0,
        p: 0,
        display: 'flex',
        gap: 0.75,
        flexWrap: 'wrap',
        alignItems: 'center',
        minHeight: 56,
      }}
    >
      {data?.slice(0, shown).map(evidence => (
        <li key={evidence.id}>
          <Tooltip title={evidence.name}>
            <ButtonBase {...opener(evidence)} sx={{ borderRadius: 1 }}>
              <Thumb evidence={evidence} size={56} />
            </ButtonBase>
          </Tooltip>
        </li>
      ))}
      {data && data.length > shown ? (
        <Box component="li" sx={{ fontSize: '0.875rem', color: 'text.secondary' }}>
          {translate('review.allEvidence', { smart_count: data.length - shown })}
        </Box>
      ) : null}
      {viewer}
    </Box>
  );
};
