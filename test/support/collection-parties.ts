import { expect, vi } from 'vitest';
import type { CollectionFile, DeliveryAnswer, PacketDetail, Recipient } from '../../sync/model/index.ts';
import { type Parties, type Party, pack, take } from './package-desk.ts';
import { type Asked, returnsDesk, type Written, written } from './returns-desk.ts';

/** A bureau and an agency below it that has a server of its own, with a collection between them. */
export const collectingParties = (parties: () => Parties) => {
  const bureau = returnsDesk(() => parties().bureau.office);
  const agency = returnsDesk(
    () => parties().district.office,
    () => parties().district.desk,
  );
  const { ok } = agency;

  /** Waits until a server has read all files of a collection. */
  const allRead = async ({ desk }: Party, collectionId: string): Promise<readonly CollectionFile[]> => {
    let files: readonly CollectionFile[] = [];
    await vi.waitFor(
      async () => {
        files = await ok(desk.get(`/api/collectionFiles?collectionId=${collectionId}&_sort=id`), 200);
        expect(files.filter(({ state }) => state === 'waiting')).toEqual([]);
      },
      { timeout: 30_000, interval: 20 },
    );
    return files;
  };

  return {
    bureau,
    agency,
    allRead,
    ask: (count = 3, more: object = {}): Promise<Asked> => bureau.ask([parties().bureau.peer.id], count, more),
    /** What the bureau asks, and all that it says of the answers. */
    down: ({ collection }: Asked): Promise<Uint8Array> =>
      pack(parties().bureau, { kind: 'collection', collectionId: collection.id }),
    takeDown: (bytes: Uint8Array): Promise<PacketDetail> => take(parties().district, bytes),
    /** The agency's own line of a collection that came by package. */
    async line({ collectionId }: Pick<PacketDetail, 'collectionId'>): Promise<Recipient> {
      const [row] = await ok<Recipient[]>(
        parties().district.desk.get(`/api/recipients?collectionId=${collectionId}`),
        200,
      );
      return row!;
    },
    /** The agency fills its workbook and hands it in, in its own installation. */
    async fill(
      line: Recipient,
      rows: Readonly<Record<number, Written>>,
      name = '回復.xlsx',
      from?: Uint8Array,
    ): Promise<Uint8Array> {
      const { desk } = parties().district;
      const workbook = from ?? new Uint8Array((await desk.get(`/api/recipients/${line.id}/workbook`)).raw);
      const bytes = written(workbook, rows);
      await ok<DeliveryAnswer>(desk.upload(`/api/recipients/${line.id}/return`, [{ name, bytes }]), 201);
      await allRead(parties().district, line.collectionId);
      return bytes;
    },
    /** What the agency hands in. */
    up: ({ collectionId }: Pick<Recipient, 'collectionId'>): Promise<Uint8Array> =>
      pack(parties().district, { kind: 'collected', collectionId }),
    async takeUp(bytes: Uint8Array): Promise<PacketDetail> {
      const applied = await take(parties().bureau, bytes);
      await allRead(parties().bureau, applied.collectionId!);
      return applied;
    },
  };
};
