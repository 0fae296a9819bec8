import { useQuery } from '@tanstack/react-query';
import type { CollectedRow } from '../../../sync/model/index.ts';
import { readAll } from '../../plan-tree/read-all.ts';

/** Everything that was answered to one question. */
export const useAnswersTo = (collectionId: string, rowId: string) =>
  useQuery({
    queryKey: ['collectedRows', 'to', collectionId, rowId],
    queryFn: () => readAll<CollectedRow>('collectedRows', { collectionId, rowId }),
    enabled: rowId !== '',
  });

export const answersKey = (recipientId: string) => ['collectedRows', 'from', recipientId] as const;

/** Everything that one agency answered. */
export const useAnswersFrom = (collectionId: string, recipientId: string) =>
  useQuery({
    queryKey: answersKey(recipientId),
    queryFn: () => readAll<CollectedRow>('collectedRows', { collectionId, recipientId }),
    enabled: recipientId !== '',
  });
