import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { upload } from './upload.ts';

/** One file on its way in, and what was made of it. */
export interface Sent<Made> {
  readonly key: number;
  readonly name: string;
  /** 0 to 1 while it is sent; 1 while the server reads it. */
  readonly share: number;
  readonly made?: Made;
  /** Why it did not get there: a key of the catalogue, or a sentence of the server. */
  readonly failed?: string;
}

interface Way<Made> {
  readonly url: string;
  /** The list that shows what was made. */
  readonly resource: string;
  /** Keeps the answer for the page that opens it. */
  readonly take: (json: unknown, status: number) => Made;
}

/** Sends files one after another, so that one that is refused keeps no other back. */
export function useSending<Made>({ url, resource, take }: Way<Made>) {
  const queries = useQueryClient();
  const [sent, setSent] = useState<readonly Sent<Made>[]>([]);
  const next = useRef(0);

  const update = useCallback((key: number, changed: Partial<Sent<Made>>) => {
    setSent(all => all.map(one => (one.key === key ? { ...one, ...changed } : one)));
  }, []);

  const send = async (files: readonly File[]) => {
    const coming = files.map(file => ({ file, key: next.current++ }));
    setSent(coming.map(({ file, key }) => ({ key, name: file.name, share: 0 })));
    for (const { file, key } of coming) {
      try {
        const { status, json } = await upload(url, file, {
          signal: new AbortController().signal,
          onProgress: share => update(key, { share }),
        });
        update(key, { share: 1, made: take(json, status) });
      } catch (error) {
        update(key, { share: 1, failed: error instanceof Error ? error.message : String(error) });
      }
    }
    await queries.invalidateQueries({ queryKey: [resource, 'getList'] });
  };

  return { sent, send, busy: sent.some(({ made, failed }) => made === undefined && failed === undefined) };
}
