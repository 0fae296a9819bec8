import TakeIcon from '@mui/icons-material/CloudDownloadOutlined';
import SheetIcon from '@mui/icons-material/CloudUploadOutlined';
import Button from '@mui/material/Button';
import { lazy, Suspense, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { type Collection, type RecipientSheet, sheetsTaken } from '../../../sync/model/index.ts';
import { mayUse, useSession, useVerb } from '../../data/index.ts';
import type { Line } from '../roster/roster.ts';

const HandOutDialog = lazy(() => import('./HandOutDialog.tsx'));

interface Props {
  readonly collection: Collection;
  /** Those that are marked; none: all of the collection. */
  readonly chosen: readonly Line[];
  readonly lines: readonly Line[];
  readonly sheets: ReadonlyMap<string, RecipientSheet>;
}

/** Hands out as spreadsheets, and takes back in which somebody wrote. */
export const SheetTools = ({ collection, chosen, lines, sheets }: Props) => {
  const translate = useTranslate();
  const notify = useNotify();
  const { user } = useSession();
  const [asking, setAsking] = useState(false);
  const { mutate, isPending } = useVerb<unknown>('collections', answer => {
    const { queued } = sheetsTaken.parse(answer);
    notify('online.takeDone', { type: 'info', messageArgs: { smart_count: queued } });
  });
  const many = chosen.length > 0 ? chosen : lines;
  const online = many.flatMap(({ recipient: { id } }) => (sheets.get(id)?.url ? [id] : []));
  const edited = online.filter(id => sheets.get(id)?.editedAt);
  const wanted = chosen.length > 0 ? online : edited;
  return (
    <>
      {mayUse(user.role, 'collections', 'handOutSheets') ? (
        <Button variant="outlined" startIcon={<SheetIcon />} onClick={() => setAsking(true)}>
          {translate(chosen.length > 0 ? 'online.chosen' : 'online.all', { smart_count: many.length })}
        </Button>
      ) : null}
      {mayUse(user.role, 'collections', 'takeSheets') && wanted.length > 0 ? (
        <Button
          variant="outlined"
          startIcon={<TakeIcon />}
          disabled={isPending}
          onClick={() => mutate({ id: collection.id, verb: 'takeSheets', body: { recipientIds: wanted } })}
        >
          {translate('online.takeMany', { smart_count: wanted.length })}
        </Button>
      ) : null}
      {asking ? (
        <Suspense fallback={null}>
          <HandOutDialog
            collection={collection}
            lines={many}
            all={chosen.length === 0}
            onClose={() => setAsking(false)}
          />
        </Suspense>
      ) : null}
    </>
  );
};
