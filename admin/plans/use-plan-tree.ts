import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import { HttpError, useNotify, useTranslate } from 'react-admin';
import type { Plan, PlanItem } from '../../sync/model/index.ts';
import { request } from '../data/index.ts';
import { inPrintedOrder } from '../plan-tree/outline/index.ts';
import { readAll } from '../plan-tree/read-all.ts';
import { type Done, OverturnedError, type PlanEditor, planEditor, type Tree } from './editor.ts';

const path = '/api/planItems';

const treeOf = (planId: string): Tree => ({
  create: async item => (await request(path, { method: 'POST', json: { planId, ...item } })).json as PlanItem,
  edit: async (id, change) => (await request(`${path}/${id}`, { method: 'PATCH', json: change })).json as PlanItem,
  move: async (id, to) => (await request(`${path}/${id}/move`, { method: 'POST', json: to })).json as PlanItem,
  remove: id => request(`${path}/${id}`, { method: 'DELETE' }),
});

const keyOf = (planId: string) => ['planItems', 'tree', planId] as const;
const remembered = 50;

/** A plan's rows in printed order. */
export const usePlanItems = (planId: string) =>
  useQuery({
    queryKey: keyOf(planId),
    queryFn: async () => inPrintedOrder(await readAll<PlanItem>('planItems', { planId })),
  });

export interface Editing {
  readonly editor: PlanEditor;
  /** What would be taken back next. */
  readonly last: Done | null;
  readonly undo: () => Promise<void>;
  readonly busy: boolean;
  /**
   * Runs a change: remembers how to take it back; a refusal is told, unless `refused` deals with it, and the plan read anew.
   */
  readonly run: (
    change: (editor: PlanEditor) => Promise<Done>,
    refused?: (error: HttpError) => boolean,
  ) => Promise<Done | null>;
}

/** Editing of a plan's tree with a memory of what was done. */
export function usePlanEditing({ id: planId }: Pick<Plan, 'id'>): Editing {
  const queries = useQueryClient();
  const notify = useNotify();
  const translate = useTranslate();
  const [past, setPast] = useState<readonly Done[]>([]);
  const [running, setRunning] = useState(0);
  const under = useRef(0);

  const editor = useMemo(() => {
    const read = () => queries.getQueryData<readonly PlanItem[]>(keyOf(planId)) ?? [];
    const write = (rows: readonly PlanItem[]) => queries.setQueryData(keyOf(planId), inPrintedOrder(rows));
    return planEditor({ read, write }, treeOf(planId));
  }, [queries, planId]);

  const during = useCallback(
    async <T>(work: () => Promise<T>, refused?: (error: HttpError) => boolean): Promise<T | null> => {
      under.current += 1;
      setRunning(under.current);
      try {
        // An answer that was on its way would bring back what is being changed. Not waited for: the next key may follow at once.
        void queries.cancelQueries({ queryKey: keyOf(planId) });
        return await work();
      } catch (error) {
        if (error instanceof OverturnedError) return null;
        if (!(error instanceof HttpError)) throw error;
        if (!refused?.(error)) notify(translate(error.message, { _: error.message }), { type: 'error' });
        return null;
      } finally {
        under.current -= 1;
        setRunning(under.current);
        if (under.current === 0) void queries.invalidateQueries({ queryKey: keyOf(planId) });
      }
    },
    [queries, planId, notify, translate],
  );

  const run: Editing['run'] = useCallback(
    async (change, refused) => {
      const done = await during(() => change(editor), refused);
      if (done && done.count > 0) setPast(before => [...before, done].slice(-remembered));
      return done;
    },
    [during, editor],
  );

  const last = past.at(-1) ?? null;
  const undo = useCallback(async () => {
    if (!last) return;
    setPast(before => before.filter(done => done !== last));
    await during(() => last.undo());
    const what = translate(`plans.did.${last.kind}`, { count: last.count, text: '' });
    notify('plans.undone', { messageArgs: { what } });
  }, [last, during, notify, translate]);

  return useMemo(() => ({ editor, last, undo, busy: running > 0, run }), [editor, last, undo, running, run]);
}
