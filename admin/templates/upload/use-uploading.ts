import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { HttpError } from 'react-admin';
import { z } from 'zod';
import { type Issue, issue, type TemplateDetail, templateDetail } from '../../../sync/model/index.ts';
import { upload } from '../../data/upload.ts';
import { templateKey } from '../use-template.ts';

/** One workbook on its way in, and what became of it. */
export interface Coming {
  readonly key: number;
  readonly name: string;
  /** 0 to 1 while it is sent; 1 while the server reads it. */
  readonly share: number;
  readonly outcome?:
    | { readonly kind: 'read' | 'already'; readonly template: TemplateDetail }
    | { readonly kind: 'refused'; readonly message: string; readonly issue: Issue | null };
}

const refusal = z.object({ details: z.object({ issue }) });

/** What exactly is wrong with the workbook, where the refusal says so. */
function issueIn(error: unknown): Issue | null {
  const told = refusal.safeParse(error instanceof HttpError ? error.body : null);
  return told.success ? told.data.details.issue : null;
}

/** Sends workbooks one after another, so that one that is refused keeps no other back. */
export function useUploading(onOnly: (template: TemplateDetail) => void) {
  const queries = useQueryClient();
  const [coming, setComing] = useState<readonly Coming[]>([]);
  const next = useRef(0);
  const stop = useRef<AbortController | null>(null);

  const update = useCallback((key: number, changed: Partial<Coming>) => {
    setComing(all => all.map(one => (one.key === key ? { ...one, ...changed } : one)));
  }, []);

  const send = async (files: readonly File[]) => {
    const begun = files.map(file => ({ file, key: next.current++ }));
    setComing(begun.map(({ file, key }) => ({ key, name: file.name, share: 0 })));
    const stopper = new AbortController();
    stop.current = stopper;
    for (const { file, key } of begun) {
      try {
        const { status, json } = await upload('/api/templates', file, {
          signal: stopper.signal,
          onProgress: share => update(key, { share }),
        });
        const template = templateDetail.parse(json);
        queries.setQueryData(templateKey(template.id), template);
        update(key, { share: 1, outcome: { kind: status === 200 ? 'already' : 'read', template } });
        if (files.length === 1 && status !== 200) onOnly(template);
      } catch (error) {
        if (error instanceof DOMException && error.name === 'AbortError') setComing([]);
        const message = error instanceof Error ? error.message : String(error);
        update(key, { share: 1, outcome: { kind: 'refused', message, issue: issueIn(error) } });
      }
    }
    await queries.invalidateQueries({ queryKey: ['templates', 'getList'] });
  };

  return {
    coming,
    send,
    cancel: () => stop.current?.abort(),
    busy: coming.some(one => one.outcome === undefined),
  };
}
