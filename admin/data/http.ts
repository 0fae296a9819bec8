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
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is, such as FormData. */
  readonly body?: BodyInit;
  readonly signal?: AbortSignal;
}

const unsafe = (method: string): boolean => method !== 'GET';

function headersFor({ method = 'GET', json }: Sending): Headers {
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
    throw new HttpError('shell.error.network', 0, { code: 'network', message: 'shell.error.network' });
  });
  const body = await response.text();
  const json = parsed(body);
  if (response.ok) return { status: response.status, headers: response.headers, body, json };
  const told = problemOf(json);
  throw new HttpError(told.message, response.status, { ...told, ...besideInputs(told) });
}

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

/**
 * Sends one request to the API. Refusals are thrown as HttpError with the server's `{code, message}` as body.
 * When the session has expired the request waits until the person has logged in again and is then sent once more.
 */
export async function request(path: string, sending: Sending = {}): Promise<Answer> {
  try {
    return await once(path, sending);
  } catch (error) {
    const cure = cures[codeOf(error) ?? ''];
    if (!cure || !presentSession()) throw error;
    await cure();
    return once(path, sending);
  }
}

/** As `request`, without waiting for anybody: for log-in, set-up and whatever comes before a session. */
export const requestOnce = once;

/** The code of a refused request, such as `stale_version`; undefined for anything else. */
export const problemCode = codeOf;
