import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { Title, useTranslate } from 'react-admin';
import { useParams } from 'react-router-dom';
import type { ExchangeDetail } from '../../sync/model/index.ts';
import { mayUse, useSession } from '../data/index.ts';
import { History } from '../events/History.tsx';
import { PageSkeleton } from '../layout/index.ts';
import { Preview } from '../merge-preview/Preview.tsx';
import { Waiting } from '../merge-preview/Waiting.tsx';
import { ApplyText } from './ApplyText.tsx';
import { ExchangeHead } from './ExchangeHead.tsx';
import { faultOf } from './fault.ts';
import { Outcome } from './Outcome.tsx';
import { Recognise } from './Recognise.tsx';
import { RecogniseAgain } from './RecogniseAgain.tsx';
import { Unreadable } from './Unreadable.tsx';
import { exchangeKind, useExchange } from './use-exchange.ts';
import { usePlaces } from './use-places.ts';
import { useRowNames } from './use-row-names.ts';
import { RejectButton, UndoButton } from './Verbs.tsx';

/** Readable, but like no form that was issued of late; a person may know better. */
const isUnnamed = (exchange: ExchangeDetail): boolean =>
  exchange.state === 'received' && exchange.candidates.length === 0 && faultOf(exchange) === 'foreign';

const unmoved = { current: null };

/** One file that came back: what it would change while it waits, what it changed afterwards. */
export const ExchangePage = () => {
  const translate = useTranslate();
  const { id = '' } = useParams();
  const { user } = useSession();
  const { data: exchange, error, refetch } = useExchange(id);
  const { placeOf, known } = usePlaces({ roundId: exchange?.roundId ?? null });
  const nameOf = useRowNames(exchange?.changes ?? null, placeOf);
  const title = <Title title={exchange?.fileName ?? translate('resources.exchanges.name', { smart_count: 1 })} />;
  if (error && !exchange)
    return (
      <>
        {title}
        <Alert severity="error" action={<Button onClick={() => void refetch()}>{translate('shell.tryAgain')}</Button>}>
          {translate(error.message, { _: error.message })}
        </Alert>
      </>
    );
  if (!exchange || !known)
    return (
      <>
        {title}
        <PageSkeleton />
      </>
    );
  const may = (verb: string) => mayUse(user.role, 'exchanges', verb);
  const waits = exchange.state === 'previewed' || exchange.state === 'received';
  return (
    <>
      {title}
      <ExchangeHead exchange={exchange}>
        {(exchange.state === 'previewed' || isUnnamed(exchange)) && may('recognise') ? (
          <RecogniseAgain exchange={exchange} />
        ) : null}
        {waits && may('reject') ? <RejectButton exchange={exchange} /> : null}
        {exchange.state === 'applied' && may('undo') ? <UndoButton exchange={exchange} /> : null}
      </ExchangeHead>
      <Outcome exchange={exchange} placeOf={placeOf} />
      {waits && exchange.changes === null ? (
        exchange.candidates.length > 0 ? (
          <Recognise exchange={exchange} mayChoose={may('recognise')} />
        ) : (
          <Unreadable exchange={exchange} />
        )
      ) : null}
      {exchange.changes === null ? null : exchange.state === 'previewed' && may('update') ? (
        // What was decided and not sent yet was about the rows of that form.
        <Waiting
          key={exchange.formId}
          kind={exchangeKind}
          file={exchange}
          plan={exchange.changes}
          nameOf={nameOf}
          places
          asks={outcome => <ApplyText exchange={exchange} outcome={outcome} />}
        />
      ) : (
        <Preview plan={exchange.changes} decisions={exchange.decisions} nameOf={nameOf} past={!waits} goTo={unmoved} />
      )}
      <History resource="exchanges" id={exchange.id} />
    </>
  );
};

export default ExchangePage;
