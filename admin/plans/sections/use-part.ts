import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import type { Plan, PlanSections } from '../../../sync/model/index.ts';
import { same } from '../../data/changed-fields.ts';
import { type Draft, dropDraft, keepDraft, readDraft } from '../../data/drafts.ts';
import { request } from '../../data/index.ts';
import { currentRowOf } from '../../pages/index.ts';
import { isComplete, type PartName, tidied } from './parts.ts';

/** Somebody else wrote the same part meanwhile. */
export interface Clash {
  readonly theirs: Plan;
}

/**
 * The writing of one part of a draft plan. What is typed is kept in the browser until it is saved. Others may change
 * anything else of the plan meanwhile; only when they wrote this part too, the person has to choose.
 */
export function usePart(plan: Plan, part: PartName) {
  const queries = useQueryClient();
  const notify = useNotify();
  const translate = useTranslate();
  const name = `plans.${plan.id}.${part}`;
  const [typed, setTyped] = useState<PlanSections | null>(null);
  const [begun, setBegun] = useState<Plan>(plan);
  const [found, setFound] = useState<Draft | null>(() => readDraft(name));
  const [clash, setClash] = useState<Clash | null>(null);
  const [saving, setSaving] = useState(false);
  const [asked, setAsked] = useState(false);

  const close = () => {
    dropDraft(name);
    setTyped(null);
    setFound(null);
    setClash(null);
    setAsked(false);
  };
  const open = (sections: PlanSections) => {
    setBegun(plan);
    setTyped(sections);
    setFound(null);
  };
  const write = (sections: PlanSections) => {
    setTyped(sections);
    keepDraft(name, { [part]: sections[part] });
  };

  const send = async (onto: Plan, sections: PlanSections, attempts: number): Promise<void> => {
    const json = { version: onto.version, sections: { ...onto.sections, [part]: sections[part] } };
    try {
      await request(`/api/plans/${onto.id}`, { method: 'PATCH', json });
    } catch (error) {
      const theirs = currentRowOf(error) as Plan | null;
      if (!theirs || attempts === 0) throw error;
      if (!same(theirs.sections[part], begun.sections[part])) return setClash({ theirs });
      return send(theirs, sections, attempts - 1);
    }
    notify('planSections.saved', {
      type: 'success',
      messageArgs: { part: translate(`resources.plans.fields.${part}`) },
    });
    close();
  };
  const save = async (onto: Plan = begun) => {
    if (!typed) return;
    setAsked(true);
    if (!isComplete(typed)) return;
    setSaving(true);
    try {
      await send(onto, tidied(typed), 3);
    } catch (error) {
      const message = error instanceof Error ? error.message : 'shell.error.noAnswer';
      notify(translate(message, { _: message }), { type: 'error' });
    } finally {
      setSaving(false);
      void queries.invalidateQueries({ queryKey: ['plans'] });
    }
  };

  return {
    typed,
    found,
    clash,
    saving,
    /** Saving was tried: what is missing is marked from now on. */
    asked,
    open: () => open(plan.sections),
    restore: () => open({ ...plan.sections, ...(found?.values as Partial<PlanSections>) }),
    write,
    save: () => save(),
    keepMine: () => clash && save(clash.theirs),
    close,
  };
}
