import { useEffect, useRef, useState } from 'react';
import { useRecordContext, useResourceContext } from 'react-admin';
import { useFormContext, useFormState } from 'react-hook-form';
import { type Draft, draftName, dropDraft, keepDraft, readDraft } from '../data/drafts.ts';
import { FoundDraft } from './FoundDraft.tsx';

const pause = 400;

/**
 * Stands inside a form and keeps what is typed in this browser until it is saved: a closed tab or an ended session loses
 * nothing. A draft that is found is offered, never put in by itself; the data provider drops it when the record is saved.
 */
export const KeptDraft = () => {
  const resource = useResourceContext() ?? '';
  const record = useRecordContext();
  const name = draftName(resource, record?.id);
  const { getValues, setValue, watch } = useFormContext();
  const { dirtyFields } = useFormState();
  const [found, setFound] = useState<Draft | null>(() => readDraft(name));
  const dirty = useRef<readonly string[]>([]);
  dirty.current = Object.keys(dirtyFields);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const watching = watch(() => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        const values = getValues();
        if (dirty.current.length > 0)
          keepDraft(name, Object.fromEntries(dirty.current.map(field => [field, values[field]])));
      }, pause);
    });
    return () => {
      clearTimeout(timer);
      watching.unsubscribe();
    };
  }, [getValues, name, watch]);

  if (!found) return null;
  const restore = () => {
    for (const [field, value] of Object.entries(found.values)) setValue(field, value, { shouldDirty: true });
    setFound(null);
  };
  const discard = () => {
    dropDraft(name);
    setFound(null);
  };
  return <FoundDraft at={found.at} onRestore={restore} onDiscard={discard} />;
};
