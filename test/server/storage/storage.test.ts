import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStorage, type Storage } from '../../../server/storage/storage.ts';

/** As much of S3 over HTTP as a store of whole objects needs: PUT, HEAD and GET by path. */
function bucketServer(objects: Map<string, Buffer>): Server {
  return createServer(async (request, response) => {
    const path = new URL(request.url!, 'http://bucket').pathname;
    const signed = request.headers.authorization?.includes('Credential=KEY/');
    if (!signed) return response.writeHead(403).end();
    if (request.method === 'PUT') {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      objects.set(path, unchunked(Buffer.concat(chunks), request.headers['content-encoding']));
      return response.writeHead(200, { etag: '"1"' }).end();
    }
    const body = objects.get(path);
    if (!body) return response.writeHead(404).end();
    response.writeHead(200, { 'content-length': body.length, etag: '"1"' });
    return response.end(request.method === 'HEAD' ? undefined : body);
  });
}

/** The client streams in signed chunks: a hexadecimal length, the bytes, and so on until length 0. */
function unchunked(body: Buffer, encoding: string | undefined): Buffer {
  if (!encoding?.includes('aws-chunked')) return body;
  const parts: Buffer[] = [];
  for (let at = 0; ; ) {
    const end = body.indexOf('\r\n', at);
    const length = Number.parseInt(body.subarray(at, end).toString(), 16);
    if (!length) return Buffer.concat(parts);
    parts.push(body.subarray(end + 2, end + 2 + length));
    at = end + 2 + length + 2;
  }
}

const text = Buffer.from('會議紀錄'.repeat(1000));
const sha256 = createHash('sha256').update(text).digest('hex');

describe.each(['folder', 'bucket'] as const)('a store in a %s', kind => {
  const objects = new Map<string, Buffer>();
  let server: Server;
  let dataDir: string;
  let storage: Storage;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'guankao-store-'));
    server = bucketServer(objects);
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const url = `s3://KEY:SECRET%2F1@127.0.0.1:${port}/evidence?region=ap-east-1&tls=off`;
    storage = await openStorage({ dataDir, storageUrl: kind === 'bucket' ? url : null });
  });
  afterAll(async () => {
    server.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  const arrive = async () => {
    const path = join(storage.incoming, 'arriving');
    await writeFile(path, text);
    return path;
  };

  it('keeps bytes under their hash, once, and takes the arrived file away', async () => {
    await storage.keep(sha256, await arrive());
    await storage.keep(sha256, await arrive());
    expect(await readdir(storage.incoming)).toEqual([]);
    expect(Buffer.from(await storage.read(sha256)).equals(text)).toBe(true);
    const chunks: Buffer[] = [];
    for await (const chunk of await storage.open(sha256)) chunks.push(chunk);
    expect(Buffer.concat(chunks).equals(text)).toBe(true);
    expect([...objects.keys()]).toEqual(kind === 'bucket' ? [`/evidence/${sha256.slice(0, 2)}/${sha256}`] : []);
  });

  it('says so when it has no such bytes', async () => {
    await expect(storage.read('0'.repeat(64))).rejects.toThrow();
  });
});

describe('what an earlier run left behind on its way in', () => {
  it('is gone at the next start', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'guankao-store-'));
    const { incoming } = await openStorage({ dataDir, storageUrl: null });
    await writeFile(join(incoming, 'half a file'), 'half');
    const again = await openStorage({ dataDir, storageUrl: null });
    expect(await readdir(again.incoming)).toEqual([]);
    await rm(dataDir, { recursive: true });
  });
});
