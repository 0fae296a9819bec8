import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { HttpError } from 'react-admin';
import { z } from 'zod';
import {
  type Issue,
  issue,
  type Template,
  type TemplateDetail,
  templateDetail,
  templateNameOf,
} from '../../../sync/model/index.ts';
import { problemCode } from '../../data/index.ts';
import { upload } from '../../data/upload.ts';
import { templateKey } from '../use-template.ts';

/** What a person may do about a refusal: send the file once more, or have it kept although no form was found in it. */
export type Remedy = 'again' | 'keep';

export type Outcome =
  | { readonly kind: 'read' | 'already'; readonly template: TemplateDetail }
  | {
      readonly kind: 'refused';
      readonly message: string;
      readonly issue: Issue | null;
      readonly remedy: Remedy | null;
    };

/** One workbook on its way in, and what became of it. */
export interface Coming {
  readonly key: number;
  readonly name: string;
  readonly file: File;
  /** 0 to 1 while it is sent; 1 while the server reads it. */
  readonly share: number;
  readonly outcome: Outcome | null;
}

const refusal = z.object({ details: z.object({ issue }) });

/** What exactly is wrong with the workbook, where the refusal says so. */
function issueIn(error: unknown): Issue | null {
  const told = refusal.safeParse(error instanceof HttpError ? error.body : null);
  return told.success ? told.data.details.issue : null;
}

const remedies: Readonly<Record<string, Remedy>> = { network: 'again', template_without_table: 'keep' };

function refusedBy(error: unknown): Outcome {
  const message = error instanceof Error ? error.message : String(error);
  const code = problemCode(error) ?? '';
  // What is wrong with a workbook says all by itself: what, what was kept, and what to do.
  const told = code === 'template_unreadable' ? issueIn(error) : null;
  return { kind: 'refused', message, issue: told, remedy: remedies[code] ?? null };
}

/** Whether a template could not be called as its file, because another is. */
export const isRenamed = ({ name }: Pick<Template, 'name'>, file: Pick<File, 'name'>): boolean =>
  name !== templateNameOf(file.name.normalize('NFC').trim());

/** Sends workbooks one after another, so that one that is refused keeps no other back. */
export function useUploading(onOnly: (template: TemplateDetail, file: File) => void) {
  const queries = useQueryClient();
  const [coming, setComing] = useState<readonly Coming[]>([]);
  const next = useRef(0);
  const stop = useRef<AbortController | null>(null);

  const update = useCallback((key: number, changed: Partial<Coming>) => {
    setComing(all => all.map(one => (one.key === key ? { ...one, ...changed } : one)));
  }, []);

  const send = async (begun: readonly Coming[], fields: Readonly<Record<string, string>> = {}) => {
    const stopper = new AbortController();
    stop.current = stopper;
    for (const { file, key } of begun) {
      try {
        const { status, json } = await upload('/api/templates', file, {
          signal: stopper.signal,
          onProgress: share => update(key, { share }),
          fields,
        });
        const template = templateDetail.parse(json);
        queries.setQueryData(templateKey(template.id), template);
        update(key, { share: 1, outcome: { kind: status === 200 ? 'already' : 'read', template } });
        if (begun.length === 1 && status !== 200) onOnly(template, file);
      } catch (error) {
        if (error instanceof DOMException && error.name === 'AbortError') setComing([]);
        else update(key, { share: 1, outcome: refusedBy(error) });
      }
    }
    await queries.invalidateQueries({ queryKey: ['templates', 'getList'] });
  };

  return {
    coming,
    send: (files: readonly File[]) => {
      const begun = files.map(
        (file): Coming => ({ key: next.current++, name: file.name, file, share: 0, outcome: null }),
      );
      setComing(begun);
      return send(begun);
    },
    /** What a person chose to do about a file that was refused. */
    mend: (one: Coming, remedy: Remedy) => {
      update(one.key, { share: 0, outcome: null });
      return send([one], remedy === 'keep' ? { unrecognised: 'keep' } : {});
    },
    cancel: () => stop.current?.abort(),
    busy: coming.some(one => one.outcome === null),
  };
}
