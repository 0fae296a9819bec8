import { type Answer, answerOf, cured, headersFor, networkFailure } from './http.ts';

interface Watching {
  readonly signal: AbortSignal;
  /** How much of it is on its way, 0 to 1. */
  readonly onProgress: (share: number) => void;
  /** Texts that go before the files. */
  readonly fields?: Readonly<Record<string, string>>;
}

const aborted = () => new DOMException('cancelled', 'AbortError');

/** fetch cannot tell how far an upload is; XMLHttpRequest can. */
const once = (path: string, files: readonly File[], { signal, onProgress, fields = {} }: Watching): Promise<Answer> =>
  new Promise((resolve, reject) => {
    if (signal.aborted) return reject(aborted());
    const sending = new XMLHttpRequest();
    sending.open('POST', path);
    for (const [name, value] of headersFor({ method: 'POST' })) sending.setRequestHeader(name, value);
    const stop = () => sending.abort();
    signal.addEventListener('abort', stop);
    const settle = (outcome: () => void) => () => {
      signal.removeEventListener('abort', stop);
      outcome();
    };
    sending.upload.onprogress = event => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    };
    sending.onload = settle(() => {
      try {
        resolve(answerOf(sending.status, new Headers(), sending.responseText));
      } catch (refusal) {
        reject(refusal);
      }
    });
    sending.onerror = settle(() => reject(networkFailure('shell.error.unsent')));
    sending.onabort = settle(() => reject(aborted()));
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    for (const file of files) form.append('file', file, file.name);
    sending.send(form);
  });

/** Uploads files as multipart fields `file`. Rejects as `request` does, and with an AbortError when it was cancelled. */
export const upload = (path: string, files: File | readonly File[], watching: Watching): Promise<Answer> =>
  cured(() => once(path, files instanceof File ? [files] : files, watching));
