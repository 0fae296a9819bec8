import { useMutation, useQueryClient } from '@tanstack/react-query';
import { HttpError, useNotify, useRefresh } from 'react-admin';
import { request } from './http.ts';

/**
 * A verb that is no CRUD: `POST /api/{resource}/{id}/{verb}`. `id` null leaves it out (`/api/assignments/bulk`).
 * @returns the answer's JSON
 */
export async function callVerb<T>(resource: string, id: string | null, verb: string, body: unknown = {}): Promise<T> {
  const path = ['/api', resource, ...(id === null ? [] : [encodeURIComponent(id)]), verb].join('/');
  const answer = await request(path, { method: 'POST', json: body });
  return answer.json as T;
}

interface VerbCall {
  readonly id: string | null;
  readonly verb: string;
  readonly body?: unknown;
}

/** `callVerb` as a mutation: refusals are shown, and everything on screen is read anew when it is done or refused as stale. */
export function useVerb<T>(resource: string, onDone?: (answer: T) => void) {
  const notify = useNotify();
  const refresh = useRefresh();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, verb, body }: VerbCall) => callVerb<T>(resource, id, verb, body),
    onSuccess: answer => {
      void queries.invalidateQueries();
      onDone?.(answer);
    },
    onError: (error: Error) => {
      notify(error.message, { type: 'error' });
      if (error instanceof HttpError && error.status === 409) refresh();
    },
  });
}
