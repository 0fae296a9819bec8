import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { PackedResource, PacketRow } from '../../../sync/model/index.ts';
import { Panel } from '../../pages/Panel.tsx';

/** As many as are read; the others are counted. */
const most = 30;

/** Rows that have a page of their own here. */
const pages: Readonly<Partial<Record<PackedResource, string>>> = {
  plans: 'plans',
  rounds: 'rounds',
  reports: 'reports',
  evidence: 'evidence',
  templates: 'templates',
  recipients: 'recipients',
};

interface Props {
  readonly title: string;
  readonly text?: string;
  readonly rows: readonly PacketRow[];
}

const Name = ({ row, href }: { readonly row: PacketRow; readonly href: string | null }) =>
  href ? (
    <Link to={href} style={{ color: 'inherit' }}>
      {row.text}
    </Link>
  ) : (
    row.text
  );

/** Rows of one fate, by what they are: counted, and named when opened. */
export const FreshRows = ({ title, text, rows }: Props) => {
  const translate = useTranslate();
  if (rows.length === 0) return null;
  return (
    <Box sx={{ mb: 2 }}>
      <Panel title={title}>
        {text ? <Typography sx={{ color: 'text.secondary', mb: 1 }}>{text}</Typography> : null}
        {[...Map.groupBy(rows, row => row.resource)].map(([resource, list]) => {
          const name = translate(`resources.${resource}.name`, { smart_count: 2 });
          const named = list.filter(row => row.text !== '');
          const summary = translate('packages.page.freshOf', { name, smart_count: list.length });
          return named.length === 0 ? (
            <Typography key={resource} sx={{ py: 0.25 }}>
              {summary}
            </Typography>
          ) : (
            <Box component="details" key={resource} sx={{ py: 0.25 }}>
              <Box component="summary" sx={{ cursor: 'pointer' }}>
                {summary}
              </Box>
              <Box component="ul" sx={{ m: 0, pl: 3 }}>
                {named.slice(0, most).map(row => (
                  <li key={row.foreignId}>
                    <Name
                      row={row}
                      href={row.localId && pages[resource] ? `/${pages[resource]}/${row.localId}/show` : null}
                    />
                  </li>
                ))}
                {named.length > most ? (
                  <li>{translate('packages.page.more', { smart_count: named.length - most })}</li>
                ) : null}
              </Box>
            </Box>
          );
        })}
      </Panel>
    </Box>
  );
};
