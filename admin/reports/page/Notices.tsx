import LockIcon from '@mui/icons-material/LockOutlined';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import type { Report } from '../../../sync/model/index.ts';
import { useSession } from '../../data/index.ts';
import { rocText } from '../../fields/index.ts';
import { isShut, type SpokenVerb } from '../rights.ts';
import { isLocked, unsaved } from '../writing/editing.ts';
import type { EditingOfReport } from '../writing/use-editing.ts';
import { UnsentPanel } from './UnsentPanel.tsx';

/** Why nothing can be written here, in one sentence. */
function lockedWords(report: Report, roundClosed: boolean, ofSection: boolean, verbs: readonly SpokenVerb[]): string {
  if (report.state === 'submitted' || report.state === 'endorsed' || report.state === 'accepted')
    return verbs.some(verb => verb !== 'return')
      ? `report.locked.yours.${report.state}`
      : `report.locked.${report.state}`;
  return ofSection && isShut(report, roundClosed) ? 'report.locked.round' : 'report.locked.reader';
}

interface Props {
  readonly editing: EditingOfReport;
  readonly writable: boolean;
  /** What the person may do with it. */
  readonly verbs: readonly SpokenVerb[];
  readonly roundClosed: boolean;
}

/** What happened to the report or to what was typed, before anything else is read. */
export const PageNotices = ({ editing, writable, verbs, roundClosed }: Props) => {
  const translate = useTranslate();
  const notify = useNotify();
  const { user } = useSession();
  const { state, autosave, restoredAt } = editing;
  const [read, setRead] = useState(false);
  const open = unsaved(state);
  const ofSection = user.unitId !== null && user.unitId === state.base.unitId;
  const fields = state.merged.map(name => translate(`resources.reports.fields.${name}`)).join(translate('report.and'));
  const discard = () => {
    autosave.revert();
    setRead(true);
    notify('report.discardedRestored', { type: 'info' });
  };
  return (
    <>
      {writable ? null : (
        <Alert severity="info" icon={<LockIcon />} sx={{ bgcolor: 'sunken', color: 'text.primary' }}>
          {translate(lockedWords(state.base, roundClosed, ofSection, verbs))}
        </Alert>
      )}
      {isLocked(state) && open.length > 0 ? (
        <UnsentPanel names={open} form={state.form} onDiscard={() => autosave.revert()} />
      ) : null}
      {writable && restoredAt && !read ? (
        <Alert
          severity="info"
          action={
            <>
              {open.length > 0 ? (
                <Button size="small" color="inherit" onClick={discard}>
                  {translate('report.discardRestored')}
                </Button>
              ) : null}
              <Button size="small" color="inherit" onClick={() => setRead(true)}>
                {translate('report.understood')}
              </Button>
            </>
          }
        >
          {translate('report.restored', { at: rocText(restoredAt) })}
        </Alert>
      ) : null}
      {writable && state.merged.length > 0 ? (
        <Alert
          severity="info"
          action={
            <Button size="small" color="inherit" onClick={() => autosave.dismissMerged()}>
              {translate('report.understood')}
            </Button>
          }
        >
          {translate('report.merged', { fields })}
        </Alert>
      ) : null}
    </>
  );
};
