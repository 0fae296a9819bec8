import { expect } from 'vitest';
import type { ExchangeDetail, Form, Report, RowChange } from '../../sync/model/index.ts';
import type { Client } from './client.ts';

/** What a secretariat does with files that came back. @param client whoever is logged in when it is done */
export const exchangeDesk = (client: () => Client) => {
  const send = ({ id, version }: ExchangeDetail, verb: string, more: object = {}) =>
    client().post(`/api/exchanges/${id}/${verb}`, { version, ...more });
  return {
    send,
    receive: async (bytes: Uint8Array, name = '回復.xlsx'): Promise<ExchangeDetail> => {
      const { status, body } = await client().upload('/api/exchanges', [{ name, bytes }]);
      expect(status, JSON.stringify(body)).toBe(201);
      return body;
    },
    recognised: async (exchange: ExchangeDetail, { id }: Pick<Form, 'id'>): Promise<ExchangeDetail> => {
      const { status, body } = await send(exchange, 'recognise', { formId: id });
      expect(status, JSON.stringify(body)).toBe(200);
      return body;
    },
    settle: ({ id, version }: ExchangeDetail, more: object) =>
      client().patch(`/api/exchanges/${id}`, { version, decisions: {}, ...more }),
    reportNow: async ({ id }: Pick<Report, 'id'>): Promise<Report> => (await client().get(`/api/reports/${id}`)).body,
  };
};

export const rowOf = (exchange: ExchangeDetail, { id }: Pick<Report, 'id'>): RowChange =>
  exchange.changes!.rows.find(row => row.reportId === id)!;
