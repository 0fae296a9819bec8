import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { HttpError, useTranslate } from 'react-admin';
import { type Report, type ReportAnswers, report as reportSchema } from '../../../sync/model/index.ts';
import { request } from '../../data/index.ts';
import { currentRowOf } from '../../pages/stale.ts';
import { type Autosave, createAutosave, type SaveAnswer } from './autosave.ts';
import { type Editing, unsaved } from './editing.ts';
import { forgetHere, keepHere, readKept } from './kept.ts';

const patience = 20_000;

/** What is worth trying again by itself: no answer at all, or a server that is not quite there. */
const isPassing = (error: unknown): boolean =>
  !(error instanceof HttpError) || error.status === 0 || error.status >= 500;

const save =
  (translate: (key: string, options?: Record<string, unknown>) => string) =>
  async (id: string, change: Partial<ReportAnswers> & { readonly version: number }): Promise<SaveAnswer> => {
    try {
      const { json } = await request(`/api/reports/${encodeURIComponent(id)}`, {
        method: 'PATCH',
        json: change,
        signal: AbortSignal.timeout(patience),
      });
      return { kind: 'saved', row: reportSchema.parse(json) };
    } catch (error) {
      const current = currentRowOf(error);
      if (current) return { kind: 'stale', current: reportSchema.parse(current) };
      if (isPassing(error)) return { kind: 'offline' };
      const { message } = error as HttpError;
      return { kind: 'refused', message: translate(message, { _: message }) };
    }
  };

export interface EditingOfReport {
  readonly state: Editing;
  readonly autosave: Autosave;
  /** When what was found on this device was typed; null when nothing was found that the server did not have. */
  readonly restoredAt: string | null;
}

/** The editing of one report for as long as its page is open. `report` is as the server last told it. */
export function useEditing(report: Report): EditingOfReport {
  const translate = useTranslate();
  const queries = useQueryClient();
  const { id } = report;
  const onSaved = useRef((_: Report) => {});
  onSaved.current = row => {
    queries.setQueryData(['reports', 'getOne', { id, meta: undefined }], row);
    void queries.invalidateQueries({ queryKey: ['reports', 'getList'] });
  };
  const [{ autosave, restoredAt }] = useState(() => {
    const kept = readKept(id);
    const send = save(translate);
    const made = createAutosave(report, kept?.unsent ?? null, {
      save: async (...args) => {
        const answer = await send(...args);
        if (answer.kind === 'saved') onSaved.current(answer.row);
        if (answer.kind === 'refused') void queries.invalidateQueries({ queryKey: ['reports', 'getOne'] });
        return answer;
      },
      keep: unsent => keepHere(id, unsent),
      forget: () => forgetHere(id),
      now: () => new Date().toISOString(),
    });
    return { autosave: made, restoredAt: kept && unsaved(made.get()).length > 0 ? kept.at : null };
  });
  const state = useSyncExternalStore(autosave.subscribe, autosave.get);

  useEffect(() => {
    autosave.start();
    const again = () => void autosave.flush();
    const whenHidden = () => {
      if (document.visibilityState === 'hidden') again();
    };
    window.addEventListener('online', again);
    document.addEventListener('visibilitychange', whenHidden);
    return () => {
      window.removeEventListener('online', again);
      document.removeEventListener('visibilitychange', whenHidden);
      autosave.close();
    };
  }, [autosave]);

  useEffect(() => autosave.arrive(report), [autosave, report]);

  return { state, autosave, restoredAt };
}
