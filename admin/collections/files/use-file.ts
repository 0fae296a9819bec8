import { useQuery } from '@tanstack/react-query';
import { type CollectionFileDetail, collectionFileDetail, type Placements } from '../../../sync/model/index.ts';
import { readSettled, type SettledKind } from '../../merge-preview/use-settling.ts';
import { questionsByPlace, shownPlan } from './shown-plan.ts';

/** A question is placed by its id, while the preview names its rows by their places in the form. */
const byQuestion = (file: CollectionFileDetail, rows: Placements): Placements => {
  const questions = questionsByPlace(file);
  return Object.fromEntries(
    Object.entries(rows).map(([row, place]) => [row, place === null ? null : (questions.get(place)?.rowId ?? null)]),
  );
};

/** How the merge preview keeps what was decided about a file of a collection. */
export const fileKind: SettledKind<CollectionFileDetail> = {
  resource: 'collectionFiles',
  key: id => ['collectionFiles', 'detail', id],
  parse: json => collectionFileDetail.parse(json),
  planOf: file => (file.state === 'read' ? shownPlan(file) : null),
  placing: byQuestion,
};

const pollMs = 1200;

export const useFile = (id: string) =>
  useQuery({
    queryKey: fileKind.key(id),
    queryFn: () => readSettled(fileKind, id),
    enabled: id !== '',
    refetchInterval: ({ state }) => (state.data?.state === 'waiting' ? pollMs : false),
  });
