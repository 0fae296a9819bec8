import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type CollectedRow, collectedRow } from '../../../sync/model/index.ts';
import { problemCode, request } from '../../data/index.ts';
import { currentRowOf } from '../../pages/index.ts';
import { answersKey } from '../answers/use-answers.ts';
import { type Box, changedBoxes, clashes, type Draft, draftOf, editOf } from './draft.ts';

export type Saving = 'saved' | 'waiting' | 'failed' | 'clash';

const pause = 600;

/** Keeps what is written about an answer a moment after it is written, box by box; nothing typed is dropped. */
export function useRowReview(row: CollectedRow) {
  const queries = useQueryClient();
  const [draft, setDraft] = useState<Draft>(() => draftOf(row));
  const [saving, setSaving] = useState<Saving>('saved');
  const [problem, setProblem] = useState('');
  const [taken, setTaken] = useState<readonly Box[]>([]);
  const present = useRef(row);
  const typed = useRef(draft);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const line = useRef<Promise<void>>(Promise.resolve());

  const show = useCallback(
    (next: CollectedRow) => {
      const before = draftOf(present.current);
      const now = draftOf(next);
      present.current = next;
      // Boxes nobody is writing in follow; the others keep what is typed.
      const kept = Object.fromEntries(changedBoxes(before, typed.current).map(box => [box, typed.current[box]]));
      typed.current = { ...now, ...kept };
      setDraft(typed.current);
      queries.setQueryData<readonly CollectedRow[]>(answersKey(next.recipientId), rows =>
        rows?.map(one => (one.id === next.id ? next : one)),
      );
    },
    [queries],
  );

  useEffect(() => {
    if (row.version > present.current.version) show(row);
  }, [row, show]);

  const send = useCallback(async (): Promise<void> => {
    const before = draftOf(present.current);
    const sent = typed.current;
    const body = editOf(sent, changedBoxes(before, sent));
    if (Object.keys(body).length === 0) return;
    const { json } = await request(`/api/collectedRows/${encodeURIComponent(present.current.id)}`, {
      method: 'PATCH',
      json: { version: present.current.version, ...body },
    });
    show(collectedRow.parse(json));
  }, [show]);

  const flush = useCallback((): Promise<void> => {
    clearTimeout(timer.current);
    const turn = line.current.then(send).then(
      () => {
        setTaken([]);
        setSaving('saved');
      },
      (error: unknown) => {
        const current = problemCode(error) === 'stale_version' ? currentRowOf(error) : null;
        if (current) {
          const next = collectedRow.parse(current);
          const lost = clashes(draftOf(present.current), draftOf(next), typed.current);
          show(next);
          setTaken(lost);
          setSaving(lost.length > 0 ? 'clash' : 'waiting');
          // Somebody wrote in other boxes: the own ones are sent once more on top of theirs.
          if (lost.length === 0) timer.current = setTimeout(() => void flush(), pause);
          return;
        }
        setProblem(error instanceof Error ? error.message : String(error));
        setSaving('failed');
      },
    );
    line.current = turn;
    return turn;
  }, [send, show]);

  const write = useCallback(
    (box: Box, text: string) => {
      typed.current = { ...typed.current, [box]: text };
      setDraft(typed.current);
      setSaving('waiting');
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), pause);
    },
    [flush],
  );

  /** Lets go of what is typed in the boxes that somebody else wrote in. */
  const takeTheirs = useCallback(() => {
    const now = draftOf(present.current);
    typed.current = { ...typed.current, ...Object.fromEntries(taken.map(box => [box, now[box]])) };
    setDraft(typed.current);
    setTaken([]);
    void flush();
  }, [flush, taken]);

  useEffect(() => () => void flush(), [flush]);

  return { draft, saving, problem, taken, write, flush, takeTheirs };
}
