import { createHash, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { editRow } from '../../../server/collected-rows/edit.ts';
import { applyFile } from '../../../server/collection-files/apply.ts';
import { applyClean } from '../../../server/collection-files/bulk.ts';
import { collectionFiles } from '../../../server/collection-files/definition.ts';
import { editionsOf } from '../../../server/collection-files/editions.ts';
import { settleFile } from '../../../server/collection-files/settle.ts';
import { writeUnderstood } from '../../../server/collection-files/understood.ts';
import { undoFile } from '../../../server/collection-files/undo.ts';
import { type Change, change } from '../../../server/records/change.ts';
import { find } from '../../../server/records/records.ts';
import type { Edition, Returned } from '../../../sync/collect/index.ts';
import { type CollectionFile, rowKey } from '../../../sync/model/index.ts';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { type Asked, foundAgencies, returnsDesk, reviewForm } from '../../support/returns-desk.ts';

const fields = ['narrative', 'remarks'] as const;
type Field = (typeof fields)[number];
type Values = Readonly<Record<Field, string | null>>;
const blank: Values = { narrative: null, remarks: null };
const questions = 3;
const runs = 12;

/** What people do, told without knowing how things stand: numbers choose among what there is. */
const word = fc.constantFrom(null, '甲', '乙', '丙');
const values = fc.record({ narrative: word, remarks: word });
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('arrive' as const),
      rows: fc.array(values, { minLength: questions, maxLength: questions }),
      edition: fc.nat(1),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('apply' as const),
      which: fc.nat(),
      side: fc.constantFrom('ours' as const, 'theirs' as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('applyClean' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('correct' as const),
      which: fc.nat(),
      field: fc.constantFrom(...fields),
      value: word,
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('undo' as const), which: fc.nat() }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** One row as it should stand: what came of the agency (null: nothing counts any more), and what is accepted. */
interface Row {
  readonly original: Values | null;
  readonly accepted: Values;
}
interface Known {
  readonly id: string;
  readonly rows: readonly Values[];
  readonly edition: number;
  applied: { readonly previous: Known | null; readonly rows: ReadonlyMap<number, readonly [Row | null, Row]> } | null;
}

/** The plain truth: every row of one agency by hand, without database, places or editions. */
class Oracle {
  readonly rows = new Map<number, Row>();
  readonly files: Known[] = [];
  counts: Known | null = null;

  base = (n: number): Values => (this.counts ? (this.rows.get(n)?.original ?? blank) : blank);
  ours = (n: number): Values => this.rows.get(n)?.accepted ?? this.base(n);
  conflicts(file: Known): readonly (readonly [number, Field])[] {
    return file.rows.flatMap((theirs, n) =>
      fields.flatMap(field => {
        const [b, o, t] = [this.base(n)[field], this.ours(n)[field], theirs[field]];
        return b !== o && b !== t && o !== t ? [[n, field] as const] : [];
      }),
    );
  }
  says = (file: Known): boolean =>
    file.rows.some((theirs, n) =>
      fields.some(field => theirs[field] !== this.base(n)[field] && theirs[field] !== this.ours(n)[field]),
    );
  /** @returns how many rows it writes */
  apply(file: Known, side: 'ours' | 'theirs'): number {
    const written = new Map<number, readonly [Row | null, Row]>();
    for (const [n, theirs] of file.rows.entries()) {
      const merged = (field: Field) => {
        const [b, o, t] = [this.base(n)[field], this.ours(n)[field], theirs[field]];
        return t === b ? o : o === b ? t : side === 'theirs' ? t : o;
      };
      const next: Row = { original: theirs, accepted: { narrative: merged('narrative'), remarks: merged('remarks') } };
      const before = this.rows.get(n) ?? null;
      if (before && alike(before.original ?? blank, theirs) && alike(before.accepted, next.accepted)) continue;
      written.set(n, [before, next]);
    }
    file.applied = { previous: this.counts, rows: written };
    for (const [n, [, next]] of written) this.rows.set(n, next);
    this.counts = file;
    return written.size;
  }
  undo(file: Known): void {
    for (const [n, [before, after]] of file.applied!.rows) {
      const now = this.rows.get(n)!;
      const back = (field: Field) =>
        now.accepted[field] === after.accepted[field] ? (before?.accepted[field] ?? null) : now.accepted[field];
      const accepted = { narrative: back('narrative'), remarks: back('remarks') };
      if (before === null && alike(accepted, blank)) this.rows.delete(n);
      else this.rows.set(n, { original: before?.original ?? null, accepted });
    }
    this.counts = file.applied!.previous;
    file.applied = null;
  }
}
const alike = (a: Values, b: Values): boolean => fields.every(field => a[field] === b[field]);

describe.each(engines)('what agencies return in any order on $name', engine => {
  let office: Office;
  let asked: Asked;
  let editions: readonly Edition[];
  let deliveryId: string;
  let turn = 0;
  const desk = returnsDesk(() => office);
  const doing = <T>(work: (change: Change) => Promise<T>): Promise<T> =>
    change(office.context, office.bureau.users.secretariat, work);

  beforeAll(async () => {
    office = await openOffice(engine);
    const agencies = await foundAgencies(office, runs);
    asked = await desk.ask(
      agencies.map(({ id }) => id),
      questions,
    );
    const newer = await desk.template(await reviewForm([...asked.questions].reverse()), '新版.xlsx');
    const { version } = await desk.now(asked.collection);
    await desk.ok(
      office.bureau.as.secretariat.post(`/api/collections/${asked.collection.id}/editions`, {
        version,
        templateId: newer.id,
      }),
      201,
    );
    await desk.made(asked.collection);
    await office.context.background.stop();
    editions = (await editionsOf(office.context.db, asked.collection.id)).toSorted((a, b) => a.edition - b.edition);
    deliveryId = randomUUID();
    const { id: receivedBy, agencyId: bureauId } = office.bureau.users.secretariat;
    await office.context.db
      .insertInto('deliveries')
      .values({
        id: deliveryId,
        createdAt: office.context.now().toISOString(),
        bureauId,
        collectionId: asked.collection.id,
        receivedBy,
        via: 'file',
        repeated: 0,
      })
      .execute();
  }, 60_000);
  afterAll(() => office?.close());

  /** Question n of the form, in whichever edition: the second prints them the other way round. */
  const rowIds = () => editions[0]!.rows.map(({ rowId }) => rowId);
  const file = (id: string) => doing(work => find<CollectionFile>(work, collectionFiles, 'read', id));
  const held = async (recipientId: string) => {
    const rows = await office.context.db
      .selectFrom('collectedRows')
      .selectAll()
      .where('recipientId', '=', recipientId)
      .execute();
    return new Map(rows.map(row => [rowIds().indexOf(row.rowId), row]));
  };
  const plain = (text: string): Values => ({
    ...blank,
    ...Object.fromEntries(
      Object.entries(JSON.parse(text)).filter(([key]) => (fields as readonly string[]).includes(key)),
    ),
  });

  /** A file as the reader hands it over. */
  const arrive = async (recipientId: string, rows: readonly Values[], number: number): Promise<string> => {
    const id = randomUUID();
    const at = office.context.now().toISOString();
    const sha256 = createHash('sha256').update(id).digest('hex');
    const { id: receivedBy, agencyId: bureauId } = office.bureau.users.secretariat;
    const edition = editions[number]!;
    await office.context.db
      .insertInto('files')
      .values({ sha256, size: 1, mediaType: 'text/plain', createdAt: at })
      .execute();
    await office.context.db
      .insertInto('collectionFiles')
      .values({
        id,
        version: 1,
        createdAt: at,
        updatedAt: at,
        bureauId,
        collectionId: asked.collection.id,
        deliveryId,
        recipientId: null,
        recognisedBy: null,
        edition: null,
        receivedBy,
        via: 'file',
        fileName: `${id}.xlsx`,
        sha256,
        size: 1,
        state: 'waiting',
        stateReason: '',
        problem: null,
        counts: '{}',
        doubts: '[]',
        returned: null,
        merge: null,
        decisions: '{}',
        issues: '[]',
        candidates: '[]',
        undo: null,
        placements: '{}',
        tries: 1,
        leaseUntil: null,
      })
      .execute();
    const read: Returned = {
      ok: true,
      format: 'xlsx',
      recognised: {
        recipient: { id: recipientId, by: 'id', score: 1 },
        edition: number + 1,
        editionBy: 'id',
        agencyName: null,
        candidates: [],
        issues: [],
      },
      rows: edition.rows.map(({ rowId, sheet, row, cells }) => ({
        rowId,
        sheet,
        row,
        cells,
        values: rows[rowIds().indexOf(rowId)]!,
        doubtful: [],
        matchedBy: 'question',
      })),
      strays: [],
      notReturned: [],
      duplicates: [],
      issues: [],
    };
    await doing(work => writeUnderstood(work, [{ id, returned: read }]));
    return id;
  };

  const does = async (recipientId: string, oracle: Oracle, one: Step): Promise<void> => {
    const pending = oracle.files.filter(({ applied }) => !applied);
    const before = await held(recipientId);
    const touched = async () =>
      [...(await held(recipientId))].filter(([n, { version }]) => before.get(n)?.version !== version).length;
    if (one.do === 'arrive') {
      const id = await arrive(recipientId, one.rows, one.edition);
      oracle.files.push({ id, rows: one.rows, edition: one.edition, applied: null });
    } else if (one.do === 'apply' && pending.length > 0) {
      const chosen = pending[one.which % pending.length]!;
      const edition = editions[chosen.edition]!;
      const conflicts = oracle.conflicts(chosen).map(([n, field]) => {
        const { sheet, row } = edition.rows.find(({ rowId }) => rowId === rowIds()[n])!;
        return `${rowKey(sheet, row)}:${field}`;
      });
      const now = await file(chosen.id);
      if (conflicts.length > 0) {
        await expect(
          doing(async work => applyFile(work, await find(work, collectionFiles, 'apply', now.id), now.version)),
        ).rejects.toMatchObject({ code: 'conflicts_unsettled' });
        // Exactly these are in conflict: one more could not be decided, one less would keep the file from being taken in.
        await doing(work =>
          settleFile(work, now.id, {
            version: now.version,
            decisions: Object.fromEntries(conflicts.map(key => [key, one.side])),
          }),
        );
      }
      await doing(async work => {
        const settled = await find<CollectionFile>(work, collectionFiles, 'apply', now.id);
        return applyFile(work, settled, settled.version);
      });
      expect(await touched(), 'rows written').toBe(oracle.apply(chosen, one.side));
    } else if (one.do === 'applyClean') {
      const [only, ...more] = pending;
      const isClean =
        only &&
        more.length === 0 &&
        only.edition === 1 &&
        oracle.conflicts(only).length === 0 &&
        (oracle.counts === null || !oracle.says(only));
      const { applied } = await applyClean(
        office.context,
        { ...office.bureau.users.secretariat },
        asked.collection.id,
        pending.map(({ id }) => id),
      );
      expect(applied).toBe(isClean ? 1 : 0);
      expect(await touched(), 'rows written').toBe(isClean ? oracle.apply(only, 'ours') : 0);
    } else if (one.do === 'correct' && before.size > 0) {
      const [n, row] = [...before][one.which % before.size]!;
      await doing(work => editRow(work, row.id, { version: row.version, accepted: { [one.field]: one.value } }));
      const stood = oracle.rows.get(n)!;
      oracle.rows.set(n, { ...stood, accepted: { ...stood.accepted, [one.field]: one.value } });
    } else if (one.do === 'undo') {
      const taken = oracle.files.filter(({ applied }) => applied);
      const chosen = taken[one.which % Math.max(1, taken.length)];
      if (!chosen) return;
      const now = await file(chosen.id);
      const undoing = doing(async work =>
        undoFile(work, await find(work, collectionFiles, 'undo', now.id), now.version),
      );
      if (chosen !== oracle.counts) await expect(undoing).rejects.toMatchObject({ code: 'collection_file_superseded' });
      else {
        await undoing;
        oracle.undo(chosen);
      }
    }
  };

  const asExpected = async (recipientId: string, oracle: Oracle): Promise<void> => {
    const rows = await held(recipientId);
    expect([...rows.keys()].toSorted()).toEqual([...oracle.rows.keys()].toSorted());
    for (const [n, { accepted, original, lineage }] of rows)
      expect({ n, accepted: plain(accepted), original: lineage === null ? null : plain(original) }).toEqual({
        n,
        ...oracle.rows.get(n)!,
      });
    const { fileId } = await office.context.db
      .selectFrom('recipients')
      .select('fileId')
      .where('id', '=', recipientId)
      .executeTakeFirstOrThrow();
    expect(fileId).toBe(oracle.counts?.id ?? null);
  };

  it('stands as a plain reckoning says, whatever came late, twice, of an older edition or was taken back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 14 }), async steps => {
        const recipient = asked.recipients[turn++ % runs]!;
        const oracle = new Oracle();
        for (const one of steps) {
          await does(recipient.id, oracle, one);
          await asExpected(recipient.id, oracle);
        }
      }),
      { numRuns: runs, endOnFailure: true },
    );
  }, 60_000);
});
