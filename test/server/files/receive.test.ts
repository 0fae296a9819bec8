import { readdir } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';

const boundary = 'guankao-test';
const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="大檔.xlsx"\r\n\r\n`;
const tail = `\r\n--${boundary}--\r\n`;
/** No document, whatever it claims: text of any kind would be looked through for a plan. */
const noDocument = '\0\x01\x02';
const megabyte = Buffer.alloc(1024 * 1024, 'x');

// What happens on the line is the same on either database.
describe('uploads over a real connection', () => {
  let office: Office;
  let port: number;
  beforeAll(async () => {
    office = await openOffice(engines[0]!, { uploadLimitBytes: 4 * megabyte.length });
    await office.app.listen({ port: 0, host: '127.0.0.1' });
    port = (office.app.server.address() as AddressInfo).port;
  });
  afterAll(() => office.close());

  const arriving = () => readdir(office.context.storage.incoming);
  const stored = async () => (await office.context.db.selectFrom('files').select('sha256').execute()).length;
  const until = async (condition: () => Promise<boolean>) => {
    for (let i = 0; i < 200 && !(await condition()); i++) await wait(25);
    expect(await condition()).toBe(true);
  };
  const begin = (agent?: Agent) => {
    const { cookie, csrfToken } = office.district.as.secretariat;
    return request({
      port,
      host: '127.0.0.1',
      method: 'POST',
      path: '/api/plans/read',
      ...(agent ? { agent } : {}),
      headers: {
        cookie,
        'x-csrf-token': csrfToken,
        'content-type': `multipart/form-data; boundary=${boundary}`,
        'transfer-encoding': 'chunked',
      },
    });
  };
  const answerOf = (sending: ReturnType<typeof begin>) =>
    new Promise<{ status: number; code: string }>((resolve, reject) => {
      sending.on('error', reject).on('response', response => {
        let body = '';
        response
          .setEncoding('utf8')
          .on('data', (chunk: string) => {
            body += chunk;
          })
          .on('end', () => resolve({ status: response.statusCode!, code: JSON.parse(body).code }));
      });
    });

  it('leave nothing behind when the sender goes away midway', async () => {
    const before = await stored();
    const sending = begin();
    sending.on('error', () => {});
    sending.write(head);
    sending.write(megabyte);
    await until(async () => (await arriving()).length === 1);
    sending.destroy();
    await until(async () => (await arriving()).length === 0);
    expect(await stored()).toBe(before);
  });

  it('are refused beyond the limit, leave nothing on the disk, and the connection goes on', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const sending = begin(agent);
    const answer = answerOf(sending);
    sending.write(head);
    for (let i = 0; i < 40; i++) {
      if (!sending.write(megabyte)) await new Promise(resolve => sending.once('drain', resolve));
    }
    sending.end(tail);
    expect(await answer).toEqual({ status: 413, code: 'file_too_large' });
    expect(await arriving()).toEqual([]);
    const next = begin(agent);
    const second = answerOf(next);
    next.end(`${head}${noDocument}${tail}`);
    expect(await second).toEqual({ status: 400, code: 'document_unknown' });
    agent.destroy();
  });

  it('do not hold up others while they trickle in', async () => {
    const slow = begin();
    const answer = answerOf(slow);
    slow.write(head);
    for (let i = 0; i < 5; i++) {
      slow.write(noDocument);
      expect((await office.district.as.officer.get('/api/plans')).status).toBe(200);
    }
    slow.end(tail);
    expect((await answer).code).toBe('document_unknown');
  });
});
