import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useMemo } from 'react';
import { Title, useTranslate } from 'react-admin';
import { useParams } from 'react-router-dom';
import type { PacketDetail } from '../../../sync/model/index.ts';
import { mayUse, useSession } from '../../data/index.ts';
import { History } from '../../events/History.tsx';
import { PageSkeleton } from '../../layout/index.ts';
import { Preview } from '../../merge-preview/Preview.tsx';
import type { NameOf, RowName } from '../../merge-preview/shown.ts';
import { Waiting } from '../../merge-preview/Waiting.tsx';
import { packetKind, usePacket } from '../use-packet.ts';
import { ApplyAll } from './ApplyAll.tsx';
import { FreshRows } from './FreshRows.tsx';
import { LeftOut, Outcome } from './Outcome.tsx';
import { PackageHead } from './PackageHead.tsx';
import { PackageWords } from './PackageWords.tsx';
import { PlaceChoice } from './PlaceChoice.tsx';
import { namesOf, shownPlan } from './shown-rows.ts';
import { Verbs } from './Verbs.tsx';

const unmoved = { current: null };
const nameless: RowName = { title: '', path: '', unit: '', href: null };

/** What the package changes: what it adds, and what it says otherwise. */
const Changes = ({ packet }: { readonly packet: PacketDetail }) => {
  const translate = useTranslate();
  const { user } = useSession();
  const rows = packet.rows ?? [];
  const plan = useMemo(() => shownPlan(packet.rows ?? [], translate), [packet.rows, translate]);
  const names = useMemo(() => namesOf(packet.rows ?? [], translate), [packet.rows, translate]);
  const nameOf: NameOf = ({ rowId }) => names.get(rowId) ?? nameless;
  const waits = packet.state === 'previewed';
  const may = waits && mayUse(user.role, 'packages', 'apply');
  const of = (status: string) => rows.filter(row => row.status === status);
  const { fresh, files, same } = packet.counts;
  return (
    <>
      <FreshRows title={translate(waits ? 'packages.page.fresh' : 'packages.page.freshPast')} rows={of('new')} />
      <FreshRows
        title={translate('packages.page.blocked')}
        text={translate('packages.page.blockedText')}
        rows={of('blocked')}
      />
      {waits && same > 0 ? (
        <Typography sx={{ color: 'text.secondary', mb: 1.5 }}>
          {rows.length === 0
            ? translate('packages.page.nothing')
            : translate('packages.page.same', { smart_count: same })}
        </Typography>
      ) : null}
      {plan.rows.length === 0 ? (
        may ? (
          <ApplyAll packet={packet} />
        ) : null
      ) : (
        <PackageWords>
          {may ? (
            <Waiting
              key={packet.place}
              kind={packetKind}
              file={packet}
              plan={plan}
              nameOf={nameOf}
              emptyApplies
              asks={outcome => (
                <>
                  {fresh > 0 ? <p>{translate('packages.page.applyFresh', { fresh })}</p> : null}
                  {files > 0 ? <p>{translate('packages.page.applyFiles', { smart_count: files })}</p> : null}
                  <p>
                    {translate('packages.page.applyChanges', {
                      rows: outcome.rows,
                      fields: outcome.fields,
                      kept: outcome.keptOurs,
                    })}
                  </p>
                  <p>{translate('packages.page.undoable')}</p>
                </>
              )}
            />
          ) : (
            <Preview plan={plan} decisions={packet.decisions} nameOf={nameOf} past={!waits} goTo={unmoved} />
          )}
        </PackageWords>
      )}
    </>
  );
};

/** One package: who sent it and when, whether their key is known, what it would change, and what became of it. */
export const PackagePage = () => {
  const translate = useTranslate();
  const { id = '' } = useParams();
  const { user } = useSession();
  const { data: packet, error, refetch } = usePacket(id);
  const named = packet?.title || packet?.fileName;
  const title = <Title title={named || translate('resources.packages.name', { smart_count: 1 })} />;
  if (error && !packet)
    return (
      <>
        {title}
        <Alert severity="error" action={<Button onClick={() => void refetch()}>{translate('shell.tryAgain')}</Button>}>
          {translate(error.message, { _: error.message })}
        </Alert>
      </>
    );
  if (!packet)
    return (
      <>
        {title}
        <PageSkeleton />
      </>
    );
  return (
    <>
      {title}
      <PackageHead packet={packet}>
        <Verbs packet={packet} />
      </PackageHead>
      <Outcome packet={packet} />
      <LeftOut packet={packet} />
      {packet.direction === 'received' && packet.rows ? (
        <PlaceChoice
          packet={packet}
          mayChoose={packet.state === 'previewed' && mayUse(user.role, 'packages', 'update')}
        />
      ) : null}
      {packet.rows ? <Changes packet={packet} /> : null}
      <Box sx={{ mt: 2 }}>
        <History resource="packages" id={packet.id} />
      </Box>
    </>
  );
};

export default PackagePage;
