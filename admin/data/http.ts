import { HttpError } from 'react-admin';
import { z } from 'zod';
import { type Problem, problem, session as sessionSchema } from '../../sync/model/index.ts';
import { loggedInAgain } from './expired.ts';
import { presentSession, setSession } from './session.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
  readonly json: unknown;
}

export interface Sending {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is, such as FormData. */
  readonly body?: BodyInit;
  readonly signal?: AbortSignal;
}

const unsafe = (method: string): boolean => method !== 'GET';

/** What every request carries: language, what is sent, and the page's token where something may change. */
export function headersFor({ method = 'GET', json }: Sending): Headers {
  const headers = new Headers({ accept: 'application/json', 'accept-language': document.documentElement.lang });
  if (json !== undefined) headers.set('content-type', 'application/json');
  const token = presentSession()?.csrfToken;
  if (unsafe(method) && token) headers.set('x-csrf-token', token);
  return headers;
}

const parsed = (text: string): unknown => {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return null;
  }
};

/** The server's refusal, or one of our own where something between us and the server answered instead. */
const problemOf = (json: unknown): Problem => {
  const told = problem.safeParse(json);
  return told.success ? told.data : { code: 'no_answer', message: 'shell.error.noAnswer' };
};

const located = z.array(z.object({ field: z.string() }));

/** react-admin shows `errors` beside the inputs that they name; the whole message stands in the notification. */
const besideInputs = (told: Problem) => {
  const places = located.safeParse(told.details);
  if (!places.success) return {};
  return { errors: Object.fromEntries(places.data.map(({ field }) => [field, 'shell.error.notValid'])) };
};

async function once(path: string, sending: Sending): Promise<Answer> {
  const init: RequestInit = {
    method: sending.method ?? 'GET',
    headers: headersFor(sending),
    credentials: 'same-origin',
  };
  if (sending.json !== undefined) init.body = JSON.stringify(sending.json);
  if (sending.body !== undefined) init.body = sending.body;
  if (sending.signal) init.signal = sending.signal;
  const response = await fetch(path, init).catch(cause => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw networkFailure();
  });
  return answerOf(response.status, response.headers, await response.text());
}

/** The answer to a request. @throws HttpError when it is a refusal */
export function answerOf(status: number, headers: Headers, body: string): Answer {
  const json = parsed(body);
  if (status >= 200 && status < 300) return { status, headers, body, json };
  const told = problemOf(json);
  throw new HttpError(told.message, status, { ...told, ...besideInputs(told) });
}

/** Nothing came back: the line is down, or whoever answers. */
export const networkFailure = (message = 'shell.error.network'): HttpError =>
  new HttpError(message, 0, { code: 'network', message });

const codeOf = (error: unknown): string | undefined =>
  error instanceof HttpError ? (error.body as Problem | undefined)?.code : undefined;

/** Another tab may have logged in anew: the token is fetched again before anybody is told that the page expired. */
async function renewToken(): Promise<void> {
  const answer = await once('/api/session', {});
  setSession(sessionSchema.parse(answer.json));
}

const cures: Readonly<Record<string, () => Promise<void>>> = {
  not_logged_in: loggedInAgain,
  csrf: renewToken,
};

/** Sends; when the session has expired, waits until the person has logged in again and sends once more. */
export async function cured<T>(send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (error) {
    const cure = cures[codeOf(error) ?? ''];
    if (!cure || !presentSession()) throw error;
    await cure();
    return send();
  }
}

/** Sends one request to the API, cured. Refusals are thrown as HttpError with the server's `{code, message}` as body. */
export const request = (path: string, sending: Sending = {}): Promise<Answer> => cured(() => once(path, sending));

/** As `request`, without waiting for anybody: for log-in, set-up and whatever comes before a session. */
export const requestOnce = once;

/** The code of a refused request, such as `stale_version`; undefined for anything else. */
export const problemCode = codeOf;
