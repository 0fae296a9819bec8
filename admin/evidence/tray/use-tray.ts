import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useAddUndoableMutation, useGetList, useNotify, useTakeUndoableMutation, useTranslate } from 'react-admin';
import type { Evidence } from '../../../sync/model/index.ts';
import { request } from '../../data/index.ts';
import { sendTo } from './send.ts';
import { createUploads, type Upload, type Uploads } from './uploads.ts';

const most = 500;
/** ms */
const timeToUndo = 8000;

export interface Tray {
  /** What is attached; undefined until it is known. */
  readonly evidence: readonly Evidence[] | undefined;
  readonly uploads: readonly Upload[];
  readonly sending: Pick<Uploads, 'add' | 'cancel' | 'retry'>;
  /** Files that are on their way. */
  readonly active: number;
  readonly attach: (evidenceIds: readonly string[]) => Promise<void>;
  /** Takes evidence off the report, unless it is taken back within a few seconds. */
  readonly detach: (evidence: Evidence) => void;
  /** Reads everything anew that evidence shows in. */
  readonly refresh: () => void;
  /** Does at once what still waits to be taken back. */
  readonly finish: () => Promise<void>;
}

const attachedAt = (reportId: string, id?: string): string =>
  `/api/reports/${encodeURIComponent(reportId)}/evidence${id === undefined ? '' : `/${encodeURIComponent(id)}`}`;

/** The evidence of one report: what is there, what is on its way, what is being taken off. */
export function useTray(reportId: string): Tray {
  const translate = useTranslate();
  const notify = useNotify();
  const queries = useQueryClient();
  const addUndoable = useAddUndoableMutation();
  const takeUndoable = useTakeUndoableMutation();
  const [hidden, setHidden] = useState<readonly string[]>([]);
  const running = useRef(new Set<Promise<void>>());
  const { data } = useGetList<Evidence>('evidence', {
    filter: { reportId },
    sort: { field: 'createdAt', order: 'ASC' },
    pagination: { page: 1, perPage: most },
  });

  const refresh = useCallback(() => {
    for (const queryKey of [['evidence'], ['reports'], ['events']]) void queries.invalidateQueries({ queryKey });
  }, [queries]);
  const refreshed = useRef(refresh);
  refreshed.current = refresh;

  const [uploads] = useState(() =>
    createUploads({ send: sendTo(reportId, translate), onStored: () => refreshed.current() }),
  );
  const list = useSyncExternalStore(uploads.subscribe, uploads.get);
  useEffect(() => {
    window.addEventListener('online', uploads.retryOffline);
    return () => window.removeEventListener('online', uploads.retryOffline);
  }, [uploads]);

  const show = (id: string) => setHidden(now => now.filter(one => one !== id));
  const takeOff = async ({ id }: Evidence) => {
    try {
      await request(attachedAt(reportId, id), { method: 'DELETE' });
      await queries.invalidateQueries({ queryKey: ['evidence'] });
    } catch (error) {
      const message = error instanceof Error ? error.message : '';
      notify('evidence.notRemoved', { type: 'error', messageArgs: { reason: translate(message, { _: message }) } });
    }
    show(id);
    refresh();
  };

  return {
    evidence: data?.filter(({ id }) => !hidden.includes(id)),
    uploads: list,
    sending: uploads,
    active: list.filter(({ state }) => state !== 'refused').length,
    attach: async evidenceIds => {
      for (const evidenceId of evidenceIds)
        await request(attachedAt(reportId), { method: 'POST', json: { evidenceId } });
      refresh();
    },
    detach: evidence => {
      setHidden(now => [...now, evidence.id]);
      addUndoable(({ isUndo }) => {
        if (isUndo) return show(evidence.id);
        const done = takeOff(evidence).finally(() => running.current.delete(done));
        running.current.add(done);
      });
      notify('evidence.removed', {
        type: 'info',
        undoable: true,
        autoHideDuration: timeToUndo,
        messageArgs: { name: evidence.name },
      });
    },
    refresh,
    finish: async () => {
      for (let waiting = takeUndoable(); waiting; waiting = takeUndoable()) waiting({ isUndo: false });
      await Promise.all(running.current);
    },
  };
}
