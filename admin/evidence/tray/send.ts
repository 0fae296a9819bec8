import { HttpError } from 'react-admin';
import { uploadAnswer } from '../../../sync/model/index.ts';
import { upload } from '../../data/upload.ts';
import type { UploadOutcome } from './uploads.ts';

type Translate = (key: string, options?: Record<string, unknown>) => string;

const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';

/** Sends one file to a report and says what became of it in the person's words. */
export const sendTo =
  (reportId: string, translate: Translate) =>
  async (file: File, signal: AbortSignal, onProgress: (share: number) => void): Promise<UploadOutcome> => {
    try {
      const path = `/api/evidence?reportId=${encodeURIComponent(reportId)}`;
      const { json } = await upload(path, file, { signal, onProgress });
      const { refused } = uploadAnswer.parse(json);
      return refused[0] ? { kind: 'refused', reason: refused[0].problem.message } : { kind: 'stored' };
    } catch (error) {
      if (isAbort(error)) return { kind: 'cancelled' };
      if (error instanceof HttpError && error.status === 0)
        return { kind: 'offline', reason: translate('evidence.upload.offline') };
      const message = error instanceof Error ? error.message : 'shell.error.noAnswer';
      return { kind: 'refused', reason: translate(message, { _: message }) };
    }
  };
