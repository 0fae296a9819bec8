import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { z } from 'zod';
import { type TemplateRows, templateRows } from '../../../sync/model/index.ts';
import { draftName, dropDraft, keepDraft, readDraft } from '../../data/drafts.ts';
import { problemCode, request } from '../../data/index.ts';
import { pathOfTemplate, templateKey } from '../use-template.ts';
import { bodyOf, type Choices, mappedOf } from './mapping.ts';

const rowsKey = (id: string, planId: string) => ['templates', 'rows', id, planId] as const;

const readRows = async (id: string, planId: string): Promise<TemplateRows> =>
  templateRows.parse((await request(`${pathOfTemplate(id)}/rows?${new URLSearchParams({ planId })}`)).json);

export const useTemplateRows = (id: string | null, planId: string | null) =>
  useQuery({
    queryKey: rowsKey(id ?? '', planId ?? ''),
    queryFn: () => readRows(id ?? '', planId ?? ''),
    enabled: id !== null && planId !== null,
  });

const kept = z.record(z.string(), z.string().nullable());
const nothing: Choices = {};
const mostTries = 4;

/**
 * Choosing which steps the rows of a template stand for. Choices are kept in this browser until they are saved; when somebody
 * else saved first, theirs are read and the person's own are put on top.
 */
export function useMapping(id: string, given: TemplateRows) {
  const queries = useQueryClient();
  const notify = useNotify();
  const translate = useTranslate();
  const draft = draftName('templateRows', `${id}.${given.planId}`);
  const [choices, setChoices] = useState<Choices>(() => kept.safeParse(readDraft(draft)?.values).data ?? nothing);
  const [saving, setSaving] = useState(false);
  const rows = useMemo(() => mappedOf(given, choices), [given, choices]);
  const dirty = Object.keys(choices).length > 0;

  useEffect(() => {
    if (dirty) keepDraft(draft, choices);
    else dropDraft(draft);
  }, [choices, dirty, draft]);

  const save = async (): Promise<boolean> => {
    setSaving(true);
    let present = given;
    try {
      for (let tries = 1; ; tries++) {
        try {
          const json = bodyOf(present, mappedOf(present, choices));
          const answer = await request(`${pathOfTemplate(id)}/rows`, { method: 'PUT', json });
          queries.setQueryData(rowsKey(id, given.planId), templateRows.parse(answer.json));
          break;
        } catch (error) {
          if (problemCode(error) !== 'stale_version' || tries >= mostTries) throw error;
          present = await readRows(id, given.planId);
          notify('templates.reread', { type: 'info' });
        }
      }
      setChoices(nothing);
      void queries.invalidateQueries({ queryKey: templateKey(id) });
      notify('templates.rows.saved', { type: 'success' });
      return true;
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      notify(translate(message, { _: message }), { type: 'error' });
      return false;
    } finally {
      setSaving(false);
    }
  };

  return {
    rows,
    dirty: Object.keys(choices).length,
    saving,
    choose: (more: Choices) => setChoices(before => ({ ...before, ...more })),
    discard: () => setChoices(nothing),
    save,
  };
}
