import { useEffect, useRef, useState } from 'react';
import type { PlanItem } from '../../sync/model/index.ts';
import { changedFields } from '../data/changed-fields.ts';
import { type Draft, dropDraft, keepDraft, readDraft } from '../data/drafts.ts';
import { contentOf, type ItemContent } from '../plan-tree/outline/index.ts';
import { useStable } from '../plan-tree/use-stable.ts';

type Change = Partial<ItemContent>;

/** What is kept as soon as it is chosen; texts wait until their box is left. */
const chosen: ReadonlySet<string> = new Set(['units', 'checkMonths', 'cadence']);

/**
 * What is being written about one row. It is saved when a box is left, and at the latest when another row is looked at;
 * until then it is kept in the browser, and what an interrupted visit left there is offered again.
 */
export function useItemDraft(row: PlanItem, save: (id: string, change: Change) => Promise<boolean>) {
  const name = `planItems.${row.id}`;
  const [change, setChange] = useState<Change>({});
  const [saving, setSaving] = useState(false);
  const [found, setFound] = useState<Draft | null>(() => readDraft(name));
  const pending = useRef<Change>({});

  const hold = (next: Change) => {
    pending.current = next;
    setChange(next);
    if (Object.keys(next).length > 0) keepDraft(name, next);
    else dropDraft(name);
  };

  const commit = useStable(async () => {
    const due = changedFields({ ...contentOf(row) }, { ...pending.current }) as Change;
    if (Object.keys(due).length === 0) {
      if (Object.keys(pending.current).length > 0) hold({});
      return;
    }
    setSaving(true);
    const kept = await save(row.id, due);
    setSaving(false);
    if (kept) hold({});
  });

  const write = (part: Change) => {
    hold({ ...pending.current, ...part });
    if (Object.keys(part).some(field => chosen.has(field))) void commit();
  };

  useEffect(() => () => void commit(), [commit]);

  return {
    value: { ...contentOf(row), ...change },
    saving,
    dirty: Object.keys(change).length > 0,
    found,
    write,
    commit,
    restore: () => {
      if (found) hold({ ...pending.current, ...(found.values as Change) });
      setFound(null);
    },
    discard: () => {
      if (found) dropDraft(name);
      setFound(null);
    },
  };
}
