import { type PlanSource, planSource } from '../../sync/model/index.ts';
import { presentSession } from '../data/session.ts';

/*
 * The document itself stays beside the corrections, so that an import that goes on later has it to read against. It is too long
 * for the store of drafts; this one has room, and may be missing (a private window) without anybody being stopped.
 */
const storeName = 'planSources';
const keyOf = (sha256: string): string => `${presentSession()?.user.id ?? 'nobody'}.${sha256}`;

const answered = <T>(asked: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });

async function inStore<T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T | null> {
  try {
    const opening = indexedDB.open('guankao', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(storeName);
    const database = await answered(opening);
    try {
      return await answered(ask(database.transaction(storeName, mode).objectStore(storeName)));
    } finally {
      database.close();
    }
  } catch {
    return null;
  }
}

export const keepSource = (sha256: string, source: PlanSource): Promise<unknown> =>
  inStore('readwrite', store => store.put(source, keyOf(sha256)));

export const dropSource = (sha256: string): Promise<unknown> =>
  inStore('readwrite', store => store.delete(keyOf(sha256)));

/** The document of an import that was begun; null when it was not kept. */
export async function readSource(sha256: string): Promise<PlanSource | null> {
  const found = planSource.safeParse(await inStore('readonly', store => store.get(keyOf(sha256))));
  return found.success ? found.data : null;
}
