import { readdir } from 'node:fs/promises';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { reading, reportLike } from '../reports/build.ts';

const megabyte = 1024 ** 2;

describe.each(engines)('uploads over a real line on $name', engine => {
  let office: Office;
  let port: number;
  beforeAll(async () => {
    office = await openOffice(engine, { uploadLimitBytes: 2 * megabyte });
    await office.app.listen({ port: 0, host: '127.0.0.1' });
    port = (office.app.server.address() as AddressInfo).port;
  });
  afterAll(() => office.close());

  const head = (reportId: string, length: number | null) => {
    const { cookie, csrfToken } = office.district.as.officer;
    return [
      `POST /api/evidence?reportId=${reportId} HTTP/1.1`,
      `host: 127.0.0.1:${port}`,
      `cookie: ${cookie}`,
      `x-csrf-token: ${csrfToken}`,
      'content-type: multipart/form-data; boundary=x',
      length === null ? 'transfer-encoding: chunked' : `content-length: ${length}`,
      '',
      '',
    ].join('\r\n');
  };
  const part = '--x\r\ncontent-disposition: form-data; name="file"; filename="big.txt"\r\n\r\n';
  const leftovers = async () => {
    const { config, storage } = office.context;
    const files = await readdir(join(config.dataDir, 'files'), { recursive: true }).catch(() => []);
    const rows = await office.context.db.selectFrom('files').select('sha256').execute();
    return [files, await readdir(storage.incoming), rows];
  };

  it('leave neither row nor file when they break off', async () => {
    const { id } = await reportLike(office);
    const socket = connect(port, '127.0.0.1');
    socket.write(head(id, megabyte) + part);
    socket.write(Buffer.alloc(300_000, 'a'));
    await expect.poll(async () => (await readdir(office.context.storage.incoming)).length).toBe(1);
    socket.destroy();
    await expect.poll(leftovers).toEqual([[], [], []]);
    expect(await reading(office, id)).toMatchObject({ evidenceCount: 0, state: 'drafting' });
  });

  it('are refused by what they announce, before anything is sent', async () => {
    const { id } = await reportLike(office);
    const socket = connect(port, '127.0.0.1');
    socket.write(head(id, 200 * megabyte));
    const [answer] = await Promise.race([
      new Promise<string[]>(resolve => socket.once('data', data => resolve([data.toString()]))),
      pause(5000, ['no answer']),
    ]);
    socket.destroy();
    expect(answer).toContain('HTTP/1.1 413');
    expect(answer).toContain('upload_too_large');
  });

  it('are cut off at the limit while they arrive, without holding them in memory or others up', async () => {
    const { id } = await reportLike(office);
    const socket = connect(port, '127.0.0.1');
    const answered = new Promise<string>(resolve => {
      let text = '';
      socket.on('data', data => {
        text += data;
        if (text.includes('stored')) resolve(text);
      });
    });
    const send = (bytes: Buffer | string) =>
      new Promise<void>(resolve => {
        const chunk = Buffer.from(bytes);
        socket.write(`${chunk.length.toString(16)}\r\n`);
        socket.write(chunk);
        socket.write('\r\n', () => resolve());
      });
    socket.write(head(id, null));
    await send(part);
    const before = process.memoryUsage().rss;
    let grown = 0;
    const block = Buffer.alloc(megabyte, 'a');
    for (let sent = 0; sent < 300; sent++) {
      await send(block);
      grown = Math.max(grown, process.memoryUsage().rss - before);
      if (sent % 20 > 0) continue;
      expect((await office.district.as.chief.get(`/api/reports/${id}`)).status).toBe(200);
    }
    await send('\r\n--x--\r\n');
    socket.write('0\r\n\r\n');
    const answer = await answered;
    socket.destroy();
    expect(answer).toContain('HTTP/1.1 200');
    expect(answer).toContain('file_too_large');
    expect(grown).toBeLessThan(200 * megabyte);
    await expect.poll(leftovers).toEqual([[], [], []]);
  });
});
