import jsonServerProvider from 'ra-data-json-server';
import type { DataProvider, Identifier, Options } from 'react-admin';
import { changedFields } from './changed-fields.ts';
import { draftName, dropDraft } from './drafts.ts';
import { request, type Sending } from './http.ts';

const api = '/api';
const idsPerRequest = 80;

const viaRequest = async (url: string, options: Options = {}) => {
  const { status, headers, body, json } = await request(url, {
    method: (options.method ?? 'GET') as NonNullable<Sending['method']>,
    ...(typeof options.body === 'string' ? { json: JSON.parse(options.body) } : {}),
    ...(options.signal ? { signal: options.signal } : {}),
  });
  return { status, headers, body, json };
};

const base = jsonServerProvider(api, viaRequest);

const isBlank = (value: unknown): boolean => value === '' || value === null || value === undefined;

/** An input that was cleared filters nothing. */
const withoutBlanks = (filter: Readonly<Record<string, unknown>> = {}) =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => !isBlank(value)));

const inParts = <T>(all: readonly T[], size: number): readonly T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, part) => all.slice(part * size, (part + 1) * size));

/** react-admin in json-server's dialect, except that an edit sends the changed fields alone, with the version they were made on. */
export const dataProvider: DataProvider = {
  ...base,
  getList: (resource, params) => base.getList(resource, { ...params, filter: withoutBlanks(params.filter) }),
  getManyReference: (resource, params) =>
    base.getManyReference(resource, { ...params, filter: withoutBlanks(params.filter) }),
  getMany: async (resource, params) => {
    const answers = await Promise.all(
      inParts(params.ids, idsPerRequest).map(ids => base.getMany(resource, { ...params, ids })),
    );
    return { data: answers.flatMap(answer => answer.data) };
  },
  create: async (resource, params) => {
    const answer = await base.create(resource, params);
    dropDraft(draftName(resource));
    return answer;
  },
  update: async (resource, { id, data, previousData }) => {
    const version = previousData?.version ?? data.version;
    const { version: _, ...changes } = changedFields(previousData ?? {}, data);
    if (Object.keys(changes).length === 0) return { data: { ...previousData, ...data } };
    const answer = await request(`${api}/${resource}/${encodeURIComponent(id)}`, {
      method: 'PATCH',
      json: { ...changes, version },
    });
    dropDraft(draftName(resource, id));
    return { data: answer.json };
  },
  updateMany: async (resource, { ids, data }) => {
    const updated: Identifier[] = [];
    for (const id of ids) {
      const { data: previousData } = await base.getOne(resource, { id });
      await dataProvider.update(resource, { id, data, previousData });
      updated.push(id);
    }
    return { data: updated };
  },
  delete: async (resource, params) => {
    await request(`${api}/${resource}/${encodeURIComponent(params.id)}`, { method: 'DELETE' });
    return { data: (params.previousData ?? { id: params.id }) as never };
  },
  deleteMany: async (resource, { ids }) => {
    for (const id of ids) await request(`${api}/${resource}/${encodeURIComponent(id)}`, { method: 'DELETE' });
    return { data: [...ids] };
  },
};
