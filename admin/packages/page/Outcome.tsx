import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useLocaleState, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { type PacketDetail, say } from '../../../sync/model/index.ts';
import { outcomeOf } from '../../merge-preview/plan.ts';
import { asLocale } from '../../words/i18n.ts';
import { plainPlan } from './shown-rows.ts';

interface Props {
  readonly packet: PacketDetail;
}

const box = { mb: 2, bgcolor: 'background.paper' };

const Refused = ({ packet }: Props) => {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const { problem } = packet;
  return (
    <Alert severity="error" variant="outlined" sx={box}>
      <AlertTitle>{translate('packages.page.refusedTitle')}</AlertTitle>
      {problem ? say(problem.code, asLocale(locale), problem.params) : null}
      <Box component="p" sx={{ mt: 1, mb: 0 }}>
        {translate('packages.page.keptText')}
      </Box>
    </Alert>
  );
};

const Sent = ({ packet: { counts } }: Props) => {
  const translate = useTranslate();
  return (
    <Alert severity="info" variant="outlined" sx={box}>
      <AlertTitle>{translate('packages.page.sentTitle')}</AlertTitle>
      {translate('packages.page.sentText', { rows: counts.rows, files: counts.files })}
    </Alert>
  );
};

/** Where one goes on with what a package brought. */
function nextOf({ roundId, planId, collectionId, kind, rows }: PacketDetail) {
  if (roundId) return { to: `/rounds/${roundId}/show`, word: 'toRound' };
  if (planId) return { to: `/plans/${planId}/show`, word: 'toPlan' };
  if (kind === 'collected' && collectionId)
    return { to: `/collections/${collectionId}/show?tab=files`, word: 'toCollection' };
  if (kind !== 'collection') return null;
  const line = rows?.find(({ resource, localId }) => resource === 'recipients' && localId);
  return { to: line ? `/recipients/${line.localId}/show` : '/recipients', word: 'toAsked' };
}

const Applied = ({ packet }: Props) => {
  const translate = useTranslate();
  const { fields } = outcomeOf(plainPlan(packet.rows ?? []), packet.decisions);
  const next = nextOf(packet);
  return (
    <Alert
      severity="success"
      variant="outlined"
      sx={box}
      action={
        next ? (
          <Button component={Link} to={next.to}>
            {translate(`packages.page.${next.word}`)}
          </Button>
        ) : null
      }
    >
      <AlertTitle>{translate('packages.page.appliedTitle')}</AlertTitle>
      {translate('packages.page.appliedText', { fresh: packet.counts.fresh, changes: fields })}
    </Alert>
  );
};

const Undone = ({ packet }: Props) => {
  const translate = useTranslate();
  const { left, rows } = packet;
  const textOf = (localId: string): string => rows?.find(row => row.localId === localId)?.text ?? '';
  return (
    <Alert severity={left.length > 0 ? 'warning' : 'info'} variant="outlined" sx={box}>
      <AlertTitle>{translate(left.length > 0 ? 'packages.page.undonePartly' : 'packages.page.undoneWhole')}</AlertTitle>
      {left.length > 0 ? (
        <>
          {translate('packages.page.undoneLeft', { smart_count: left.length })}
          <Box component="ul" sx={{ m: 0, mt: 0.5, pl: 2.5 }}>
            {left.map(({ resource, localId, field }) => (
              <li key={`${localId} ${field}`}>
                {translate(field ? 'packages.page.leftField' : 'packages.page.leftRow', {
                  kind: translate(`resources.${resource}.name`, { smart_count: 1 }),
                  name: textOf(localId),
                  field: field ? translate(`exchange.answer.${field}`) : '',
                })}
              </li>
            ))}
          </Box>
        </>
      ) : null}
    </Alert>
  );
};

const Rejected = ({ packet }: Props) => {
  const translate = useTranslate();
  return (
    <Alert severity="warning" variant="outlined" sx={box}>
      <AlertTitle>{translate('packages.page.rejectedTitle')}</AlertTitle>
      <Box sx={{ whiteSpace: 'pre-line' }}>
        {translate('packages.page.rejectedText', { reason: packet.stateReason })}
      </Box>
    </Alert>
  );
};

const outcomes = { refused: Refused, sent: Sent, applied: Applied, undone: Undone, rejected: Rejected };

/** What became of a package that no longer waits. */
export const Outcome = ({ packet }: Props) => {
  if (packet.state === 'previewed') return null;
  const Told = outcomes[packet.state];
  return <Told packet={packet} />;
};

/** What the sender kept back, and said so. */
export const LeftOut = ({ packet: { leftOut, state } }: Props) => {
  const translate = useTranslate();
  if (state === 'refused') return null;
  const told = [
    leftOut.unfinished > 0 ? translate('packages.page.leftOutUnfinished', { smart_count: leftOut.unfinished }) : null,
    leftOut.personalData > 0 ? translate('packages.page.leftOutPersonal', { smart_count: leftOut.personalData }) : null,
  ].filter(text => text !== null);
  if (told.length === 0) return null;
  return (
    <Alert severity="info" variant="outlined" sx={box}>
      {translate('packages.page.leftOut')}
      {told.join(translate('packages.page.leftOutAnd'))}
    </Alert>
  );
};
