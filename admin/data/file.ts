import { answerOf, cured, headersFor, networkFailure } from './http.ts';

/** A file that the server makes for this request, which may take seconds and be refused. @throws HttpError */
export const requestFile = (path: string): Promise<Blob> =>
  cured(async () => {
    const response = await fetch(path, { headers: headersFor({}), credentials: 'same-origin' }).catch(() => {
      throw networkFailure();
    });
    if (!response.ok) answerOf(response.status, response.headers, await response.text());
    return response.blob();
  });
