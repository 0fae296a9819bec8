import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { problemCode } from './http.ts';
import { upload } from './upload.ts';

/** One file on its way in, and what was made of it. */
export interface Sent<Made> {
  readonly key: number;
  readonly name: string;
  readonly file: File;
  /** 0 to 1 while it is sent; 1 while the server reads it. */
  readonly share: number;
  readonly made?: Made;
  /** Why it did not get there: a key of the catalogue, or a sentence of the server. */
  readonly failed?: string;
  /** It was the connection that failed, so that the same file may be sent again. */
  readonly unsent?: boolean;
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

  const sendAll = async (coming: readonly Sent<Made>[]) => {
    for (const { file, key } of coming) {
      try {
        const { status, json } = await upload(url, file, {
          signal: new AbortController().signal,
          onProgress: share => update(key, { share }),
        });
        update(key, { share: 1, made: take(json, status) });
      } catch (error) {
        const failed = error instanceof Error ? error.message : String(error);
        update(key, { share: 1, failed, unsent: problemCode(error) === 'network' });
      }
    }
    await queries.invalidateQueries({ queryKey: [resource, 'getList'] });
  };

  const send = (files: readonly File[]) => {
    const coming = files.map((file): Sent<Made> => ({ key: next.current++, name: file.name, file, share: 0 }));
    setSent(coming);
    return sendAll(coming);
  };

  /** Sends what the connection did not carry, and leaves the rest as it is. */
  const sendAgain = () => {
    const again = sent
      .filter(({ unsent }) => unsent)
      .map(({ key, name, file }): Sent<Made> => ({ key, name, file, share: 0 }));
    setSent(all => all.map(one => again.find(({ key }) => key === one.key) ?? one));
    return sendAll(again);
  };

  return { sent, send, sendAgain, busy: sent.some(({ made, failed }) => made === undefined && failed === undefined) };
}
