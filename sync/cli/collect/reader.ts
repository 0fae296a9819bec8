import { createHash } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { type Order, type Returned, readReturned } from '../../collect/index.ts';
import { type Issue, say } from '../../model/index.ts';
import { defaultLimits, type Limits } from '../../sheet/index.ts';
import { convert, isForeign } from '../../sheet/libreoffice/index.ts';
import { Refusal } from '../../sheet/refusal.ts';
import { fileFailure } from '../files.ts';
import type { Source } from './find-files.ts';
import { bytesOf } from './take.ts';

/** What a thread answers for a file; rows as text, which costs next to nothing to hand over. */
export interface Read {
  readonly sha256: string;
  readonly returned: Omit<Extract<Returned, { ok: true }>, 'rows'> | Extract<Returned, { ok: false }>;
  /** One JSON text a row. */
  readonly rows: readonly string[];
  readonly rowIds: readonly string[];
}

const order = workerData as Order;
/**
 * What a returned form may hold: a hundred times what forms do, and still read within the memory of a collection (400 MB).
 * A file with more is told, and the others go on.
 */
const limits: Limits = { ...defaultLimits, cells: 200_000, inflatedBytes: 64 * 1024 * 1024 };

const refused = (code: string, name: string, params: Readonly<Record<string, string | number>> = {}): Issue => ({
  code,
  severity: 'error',
  message: say(code, 'zh-TW', { name, ...params }),
  params: { name, ...params },
});

async function read(source: Source): Promise<Read> {
  const none = (issue: Issue, sha256 = ''): Read => ({ sha256, returned: { ok: false, issue }, rows: [], rowIds: [] });
  let bytes: Uint8Array;
  try {
    bytes = bytesOf(source);
  } catch (error) {
    if (error instanceof Refusal) return none(refused(error.code, source.name, error.params));
    return none(fileFailure(error, source.name).issue);
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  let returned = readReturned(bytes, source.name, order, limits);
  if (!returned.ok && isForeign(returned.issue.code)) {
    const made = await convert(bytes, source.name, 'xlsx');
    if (made.ok) returned = readReturned(made.bytes, source.name, order, limits);
  }
  if (!returned.ok) return none(returned.issue, sha256);
  const { rows, ...rest } = returned;
  return { sha256, returned: rest, rows: rows.map(row => JSON.stringify(row)), rowIds: rows.map(({ rowId }) => rowId) };
}

parentPort!.on('message', async (source: Source) => {
  parentPort!.postMessage(await read(source));
});
