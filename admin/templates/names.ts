import { useMemo } from 'react';
import { useTranslate } from 'react-admin';
import type { Template } from '../../sync/model/index.ts';
import { rocText } from '../fields/index.ts';

export type Named = Pick<Template, 'id' | 'name' | 'createdAt' | 'fileName'>;

/** What is said beside the name, in the order in which it is tried: as little as tells them apart. */
const sayings: readonly ((one: Named) => string)[] = [
  ({ createdAt }) => rocText(createdAt, 'short', false),
  ({ createdAt }) => rocText(createdAt),
  ({ createdAt, fileName }) => `${rocText(createdAt)} ${fileName}`,
];

const allDiffer = (words: readonly string[]): boolean => new Set(words).size === words.length;

/** What is to be said beside the names of those that others are called alike, by their ids: when they were added. */
export function tellingApart(templates: readonly Named[]): ReadonlyMap<string, string> {
  const alike = Map.groupBy(templates, ({ name }) => name.trim());
  return new Map(
    [...alike.values()]
      .filter(group => group.length > 1)
      .flatMap(group => {
        const say = sayings.find(saying => allDiffer(group.map(saying))) ?? sayings.at(-1)!;
        return group.map(one => [one.id, say(one)] as const);
      }),
  );
}

/** What a template is called where one is chosen among these. */
export function useNamesApart(templates: readonly Named[]): (template: Named) => string {
  const translate = useTranslate();
  const apart = useMemo(() => tellingApart(templates), [templates]);
  return ({ id, name }) => {
    const added = apart.get(id);
    return added === undefined ? name : translate('templates.addedAt', { name, added });
  };
}
