import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import type { Config } from '../config.ts';

/** The bytes of evidence and forms, each under its SHA-256: the same bytes are stored once, and never change. */
export interface Storage {
  /** Takes a complete local file away into the store. Storing the same bytes again is harmless. */
  keep(sha256: string, localFile: string): Promise<void>;
  /** @throws when the store has no such bytes */
  open(sha256: string): Promise<Readable>;
  read(sha256: string): Promise<Uint8Array>;
  /** A folder on this machine for what is still arriving; whatever an earlier run left there is gone. */
  readonly incoming: string;
}

const keyOf = (sha256: string): string => `${sha256.slice(0, 2)}/${sha256}`;

/** Opens the store: a folder in DATA_DIR, or the S3-compatible bucket of STORAGE_URL. */
export async function openStorage(config: Pick<Config, 'dataDir' | 'storageUrl'>): Promise<Storage> {
  const incoming = join(config.dataDir, 'incoming', String(process.pid));
  await sweep(join(config.dataDir, 'incoming'));
  await mkdir(incoming, { recursive: true });
  const disk = await openDisk(config);
  return {
    incoming,
    keep: config.storageUrl ? intoBucket(disk) : intoFolder(filesFolder(config)),
    open: sha256 => disk.getStream(keyOf(sha256)),
    read: sha256 => disk.getBytes(keyOf(sha256)),
  };
}

const filesFolder = ({ dataDir }: Pick<Config, 'dataDir'>): string => join(dataDir, 'files');

/** A bucket shows an object only once it is whole. */
const intoBucket =
  (disk: Disk): Storage['keep'] =>
  async (sha256, localFile) => {
    const key = keyOf(sha256);
    if (await disk.exists(key)) await rm(localFile, { force: true });
    else await disk.moveFromFs(localFile, key);
  };

/** Renamed, not copied: a copy that a crash cut short would stand under the hash of bytes that it does not hold. */
const intoFolder =
  (folder: string): Storage['keep'] =>
  async (sha256, localFile) => {
    const target = join(folder, keyOf(sha256));
    await mkdir(dirname(target), { recursive: true });
    await rename(localFile, target);
  };

async function openDisk({ dataDir, storageUrl }: Pick<Config, 'dataDir' | 'storageUrl'>): Promise<Disk> {
  if (!storageUrl) return new Disk(new FSDriver({ location: filesFolder({ dataDir }), visibility: 'private' }));
  // The S3 client is large; an office that stores in a folder never loads it.
  const { S3Driver } = await import('flydrive/drivers/s3');
  const url = new URL(storageUrl);
  return new Disk(
    new S3Driver({
      endpoint: `${url.searchParams.get('tls') === 'off' ? 'http' : 'https'}://${url.host}`,
      region: url.searchParams.get('region') ?? 'us-east-1',
      bucket: url.pathname.slice(1),
      credentials: { accessKeyId: decodeURIComponent(url.username), secretAccessKey: decodeURIComponent(url.password) },
      forcePathStyle: true,
      supportsACL: false,
      visibility: 'private',
    }),
  );
}

/** Removes what uploads of ended processes left behind. */
async function sweep(folder: string): Promise<void> {
  const left = await readdir(folder).catch(() => []);
  await Promise.all(
    left.filter(name => !isRunning(Number(name))).map(name => rm(join(folder, name), { recursive: true, force: true })),
  );
}

function isRunning(pid: number): boolean {
  try {
    return pid !== process.pid && process.kill(pid, 0);
  } catch {
    return false;
  }
}
