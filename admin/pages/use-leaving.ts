import { useState } from 'react';
import { type RaRecord, type RedirectionSideEffect, useNotify, useRedirect, useResourceContext } from 'react-admin';
import { flushSync } from 'react-dom';

interface Leaving {
  /** True once the page is being left with everything saved. */
  readonly isLeaving: boolean;
  /** Lets the page go without a question. */
  readonly letGo: () => void;
  /** Says that it was saved, and goes on to where the page leads. */
  readonly leave: (row: RaRecord) => void;
}

/**
 * How a page with a form is left after saving. What was saved need not be asked about, but the form learns of it only after the page
 * has changed; so it is told first.
 */
export function useLeaving(redirect: RedirectionSideEffect, notice: 'created' | 'updated'): Leaving {
  const resource = useResourceContext() ?? '';
  const [isLeaving, setLeaving] = useState(false);
  const notify = useNotify();
  const go = useRedirect();
  const letGo = () => flushSync(() => setLeaving(true));
  return {
    isLeaving,
    letGo,
    leave: row => {
      if (redirect !== false) letGo();
      notify(`ra.notification.${notice}`, { type: 'success', messageArgs: { smart_count: 1 } });
      go(redirect, resource, row.id, row);
    },
  };
}
