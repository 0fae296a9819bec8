import { QueryClient } from '@tanstack/react-query';
import { HttpError } from 'react-admin';

const seconds = 1000;

/** A refusal is an answer: only what never reached the server, or what the server itself failed at, is tried again. */
const worthAnotherTry = (failures: number, error: Error): boolean =>
  failures < 2 && !(error instanceof HttpError && error.status >= 400 && error.status < 500);

export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { staleTime: 15 * seconds, retry: worthAnotherTry, refetchOnWindowFocus: true },
      mutations: { retry: false },
    },
  });
