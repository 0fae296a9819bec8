import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import type { Report, RequiredField } from '../../../sync/model/index.ts';
import { useVerb } from '../../data/index.ts';
import { ReasonDialog } from '../../verbs/index.ts';
import type { SpokenVerb } from '../rights.ts';
import { goToAnswer } from './Missing.tsx';

interface Props {
  readonly report: Report;
  readonly verbs: readonly SpokenVerb[];
  /** What a submission still needs; the first of it is shown when it is tried. */
  readonly missing: readonly RequiredField[];
  /** It was returned, and nothing has been changed since. */
  readonly unrevised: boolean;
  /** Makes sure that everything on the screen is on the server. @returns the version to act on, or why it is not possible yet */
  readonly settle: () => Promise<{ readonly version: number } | { readonly problem: string }>;
}

const needReason: Readonly<Partial<Record<SpokenVerb, 'return' | 'reopen'>>> = { return: 'return', reopen: 'reopen' };

/** The one thing that is expected of the person comes last and stands out. */
const order: readonly SpokenVerb[] = ['reopen', 'return', 'endorse', 'accept', 'submit'];

/** What the person may do with the report now. */
export const Verbs = ({ report, verbs, missing, unrevised, settle }: Props) => {
  const translate = useTranslate();
  const notify = useNotify();
  const [asking, setAsking] = useState<'return' | 'reopen' | 'noEvidence' | null>(null);
  const [settling, setSettling] = useState(false);
  const { mutate, isPending } = useVerb<Report>('reports', () => undefined);
  const busy = isPending || settling;

  const act = async (verb: SpokenVerb, reason?: string) => {
    setAsking(null);
    setSettling(true);
    const settled = await settle();
    setSettling(false);
    if ('problem' in settled) return notify(settled.problem, { type: 'warning' });
    mutate(
      { id: report.id, verb, body: { version: settled.version, ...(reason ? { reason } : {}) } },
      { onSuccess: () => notify(`report.done.${verb}`, { type: 'success' }) },
    );
  };

  const begin = (verb: SpokenVerb) => {
    const reason = needReason[verb];
    if (reason) return setAsking(reason);
    if (verb === 'submit' && missing[0]) return goToAnswer(missing[0]);
    if (verb === 'submit' && unrevised) {
      notify('report.missing.unrevised', { type: 'warning' });
      return goToAnswer('narrative');
    }
    if (verb === 'submit' && report.evidenceCount === 0) return setAsking('noEvidence');
    void act(verb);
  };

  return (
    <>
      {order
        .filter(verb => verbs.includes(verb))
        .map((verb, place, offered) => (
          <Button
            key={verb}
            variant={place === offered.length - 1 && verb !== 'reopen' ? 'contained' : 'outlined'}
            disabled={busy}
            onClick={() => begin(verb)}
            sx={{ minHeight: 44, px: 2.5 }}
          >
            {translate(`verbs.report.${verb}`)}
          </Button>
        ))}
      {asking === 'return' || asking === 'reopen' ? (
        <ReasonDialog
          title={translate(`report.reason.${asking}Title`)}
          text={translate(`report.reason.${asking}Text`)}
          verb={translate(`verbs.report.${asking}`)}
          busy={busy}
          onClose={() => setAsking(null)}
          onConfirm={reason => void act(asking, reason)}
        />
      ) : null}
      <Dialog open={asking === 'noEvidence'} onClose={() => setAsking(null)} aria-labelledby="no-evidence-title">
        <DialogTitle id="no-evidence-title">{translate('report.missing.noEvidenceTitle')}</DialogTitle>
        <DialogContent>{translate('report.missing.noEvidenceText')}</DialogContent>
        <DialogActions>
          <Button onClick={() => void act('submit')}>{translate('report.missing.submitAnyway')}</Button>
          <Button variant="contained" onClick={() => setAsking(null)}>
            {translate('report.missing.goBack')}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
};
