import { useEffect, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useBlocker } from 'react-router-dom';
import { ConfirmDialog } from '../../verbs/index.ts';

interface Props {
  /** Answers that the server does not have yet. */
  readonly unsaved: boolean;
  /** Files that are not uploaded yet. */
  readonly uploads: number;
  /** Tries to save. @returns whether nothing is left to lose */
  readonly save: () => Promise<boolean>;
}

/** Lets people go when everything is saved, saves what can be saved on the way out, and asks only about the rest. */
export const LeaveGuard = ({ unsaved, uploads, save }: Props) => {
  const translate = useTranslate();
  const holding = unsaved || uploads > 0;
  const [asking, setAsking] = useState(false);
  const trying = useRef(false);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => holding && currentLocation.pathname !== nextLocation.pathname,
  );

  useEffect(() => {
    if (!holding) return;
    const hold = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', hold);
    return () => window.removeEventListener('beforeunload', hold);
  }, [holding]);

  useEffect(() => {
    if (blocker.state !== 'blocked' || trying.current) return;
    trying.current = true;
    void save().then(saved => {
      if (!saved || uploads > 0) return setAsking(true);
      trying.current = false;
      blocker.proceed();
    });
  }, [blocker, save, uploads]);

  if (!asking || blocker.state !== 'blocked') return null;
  const end = (act: () => void) => () => {
    trying.current = false;
    setAsking(false);
    act();
  };
  return (
    <ConfirmDialog
      title={translate('report.leave.title')}
      verb={translate('report.leave.go')}
      onConfirm={end(() => blocker.proceed())}
      onClose={end(() => blocker.reset())}
    >
      {uploads > 0 ? translate('report.leave.uploads', { smart_count: uploads }) : translate('report.leave.text')}
    </ConfirmDialog>
  );
};
