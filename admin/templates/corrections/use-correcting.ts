import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { type ProfileCorrection, type TemplateDetail, templateDetail } from '../../../sync/model/index.ts';
import { problemCode, request } from '../../data/index.ts';
import { pathOfTemplate, readTemplate, templateKey } from '../use-template.ts';
import type { Change } from './correct.ts';

const mostTries = 4;
const remembered = 50;

export interface Correcting {
  /** A correction is on its way, and the sheet is being read anew with it. */
  readonly busy: boolean;
  readonly correct: (change: Change) => void;
  /** Takes the last correction back; null when there is none in this sitting. */
  readonly undo: (() => void) | null;
}

/**
 * Keeps corrections as they are made, one request at a time. When somebody else saved first, the template is read anew and the
 * same correction is made on top of theirs.
 */
export function useCorrecting(template: TemplateDetail): Correcting {
  const queries = useQueryClient();
  const notify = useNotify();
  const translate = useTranslate();
  const present = useRef(template);
  const line = useRef<Promise<unknown>>(Promise.resolve());
  const [under, setUnder] = useState(0);
  const [past, setPast] = useState<readonly ProfileCorrection[]>([]);
  if (template.version >= present.current.version) present.current = template;

  const show = useCallback(
    (next: TemplateDetail) => {
      present.current = next;
      queries.setQueryData(templateKey(next.id), next);
    },
    [queries],
  );

  const send = useCallback(
    async (change: Change): Promise<void> => {
      for (let tries = 1; ; tries++) {
        const { id, version, corrections } = present.current;
        try {
          const json = { version, corrections: change(corrections) };
          const answer = await request(pathOfTemplate(id), { method: 'PATCH', json });
          show(templateDetail.parse(answer.json));
          return;
        } catch (error) {
          if (problemCode(error) !== 'stale_version' || tries >= mostTries) throw error;
          show(await readTemplate(id));
          notify('templates.reread', { type: 'info' });
        }
      }
    },
    [notify, show],
  );

  const run = useCallback(
    (change: Change, remember: boolean) => {
      setUnder(count => count + 1);
      const before = line.current;
      line.current = (async () => {
        await before;
        const was = present.current.corrections;
        try {
          await send(change);
          if (remember) setPast(all => [...all, was].slice(-remembered));
          void queries.invalidateQueries({ queryKey: ['templates', 'rows'] });
          void queries.invalidateQueries({ queryKey: ['templates', 'getList'] });
        } catch (error) {
          const message = error instanceof Error ? error.message : String(error);
          notify(translate(message, { _: message }), { type: 'error' });
        } finally {
          setUnder(count => count - 1);
        }
      })();
    },
    [notify, queries, send, translate],
  );

  const last = past.at(-1);
  return {
    busy: under > 0,
    correct: useCallback(change => run(change, true), [run]),
    undo: last
      ? () => {
          setPast(all => all.slice(0, -1));
          run(() => last, false);
        }
      : null,
  };
}
