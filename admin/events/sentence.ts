import type { Event } from '../../sync/model/index.ts';

type Translate = (key: string, options?: Record<string, unknown>) => string;

const verbOf = (action: string): string => action.slice(action.indexOf('.') + 1);

const longest = 24;

/** The thing an event is about, by the name that stands in the event itself. */
function nameIn(event: Pick<Event, 'before' | 'after'>): string {
  for (const side of [event.after, event.before]) {
    const row = side as Readonly<Record<string, unknown>> | null | undefined;
    for (const key of ['name', 'title', 'fileName', 'text']) {
      const name = row?.[key];
      if (typeof name === 'string' && name !== '') return name.length > longest ? `${name.slice(0, longest)}…` : name;
    }
  }
  return '';
}

/** What was done, as a person says it: 新增課室「民政課」. An action of its own has `events.actions.{action}`, others go by their verb. */
export function sentenceOf(
  event: Pick<Event, 'action' | 'resource' | 'before' | 'after'>,
  translate: Translate,
): string {
  const thing = translate(`resources.${event.resource}.name`, { smart_count: 1, _: event.resource });
  const name = nameIn(event);
  const inside = `${thing.charAt(0).toLowerCase()}${thing.slice(1)}`;
  const named = translate(name === '' ? 'events.unnamed' : 'events.named', { thing: inside, name });
  const general = translate(`events.verbs.${verbOf(event.action)}`, { what: named, _: `${event.action} ${named}` });
  return translate(`events.actions.${event.action.replace('.', '_')}`, { what: named, name, _: general });
}
