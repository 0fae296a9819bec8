import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Edition, type Order, type RecipientName, stampBook } from '../../../sync/collect/index.ts';
import { patchWorkbook } from '../../../sync/sheet/index.ts';
import { type Blank, blankOf, issuedLayout } from '../../support/returned/layouts.ts';
import { editionFrom, orderFor, returnedOf } from './opened.ts';

const recipients: readonly RecipientName[] = [
  { id: 'daan', name: '臺北市大安區公所', aliases: ['大安區'] },
  { id: 'daan-tc', name: '臺中市大安區公所' },
  { id: 'xinyi', name: '臺北市信義區公所' },
  { id: 'xinyi-nt', name: '南投縣信義鄉公所' },
  { id: 'civil', name: '青嵐縣政府民政局', aliases: ['民政局'] },
];

describe('whose file it is', () => {
  let blank: Blank;
  let edition: Edition;
  let order: Order;
  beforeAll(async () => {
    blank = await blankOf({ ...issuedLayout, order: [0, 1, 2, 3, 4, 5] });
    edition = editionFrom(blank.bytes);
    order = orderFor([edition], recipients);
  });

  const put = (bytes: Uint8Array, row: number, column: number, value: string): Uint8Array => {
    const patched = patchWorkbook(bytes, '表', [{ sheet: blank.sheet, row, column, value: { kind: 'text', value } }]);
    if (!patched.ok) throw new Error(patched.issue.message);
    return patched.bytes;
  };
  /** The form with a name in its agency cell. */
  const naming = (name: string): Uint8Array => put(blank.bytes, 2, 2, name);
  const recognised = (bytes: Uint8Array, file = '回覆.xlsx', with_: Order = order) =>
    returnedOf(bytes, file, with_).recognised;
  const stamped = (bytes: Uint8Array, recipient: string, collection = 'c1', number = 1): Uint8Array => {
    const result = stampBook(bytes, '表', { collection, edition: number, recipient });
    if (!result.ok) throw new Error(result.issue.message);
    return result.bytes;
  };

  it.each([
    ['臺北市大安區公所', 'daan'],
    ['台北市大安區公所', 'daan'],
    [' 臺北市 大安區公所 ', 'daan'],
    ['大安區', 'daan'],
    ['臺中市大安區公所', 'daan-tc'],
    ['信義鄉公所', 'xinyi-nt'],
    ['信義區公所', 'xinyi'],
    ['南投縣信義鄉', 'xinyi-nt'],
    ['民政局', 'civil'],
  ])('is told by the name in its agency cell: %s', (name, id) => {
    expect(recognised(naming(name))).toMatchObject({ recipient: { id, by: 'name', score: 1 }, candidates: [] });
  });

  it.each([
    '大安區公所',
    '信義',
    '高雄市大安區公所',
    '臺北市大安區清潔隊',
    '大按區公所',
    '中山區公所',
  ])('is for a person to say where %s may be two, another or nobody', name => {
    const found = recognised(naming(name));
    expect(found.recipient).toBeNull();
    expect(found.issues.map(({ code }) => code)).toContain('collection_agency_unknown');
  });

  it('offers the agencies that it may be, best first', () => {
    const { candidates } = recognised(naming('大安區公所'));
    expect(
      candidates
        .slice(0, 2)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['daan', 'daan-tc']);
    expect(candidates.map(({ score }) => score)).toEqual(candidates.map(({ score }) => score).sort((a, b) => b - a));
  });

  it('is told by the title or the file name where no cell is filled in', () => {
    expect(recognised(blank.bytes, '附件1_臺北市信義區公所_回覆(修正).xlsx').recipient?.id).toBe('xinyi');
    expect(recognised(blank.bytes, '台北市大安區公所檢核表.xlsx').recipient?.id).toBe('daan');
    expect(recognised(blank.bytes, '114年檢核表.xlsx').recipient).toBeNull();
    // 民政局 alone would be that of another county.
    expect(recognised(blank.bytes, '民政局.xlsx').recipient?.id).toBe('civil');
    for (const name of ['臺北市臺北市 民政局', '臺北市公所 民政局', '竹北市公所_民政局', '臺北市區 民政局'])
      expect(recognised(blank.bytes, `${name}.xlsx`).recipient).toBeNull();
  });

  it('is for a person to say where cell and file name contradict each other', () => {
    const found = recognised(naming('臺北市信義區公所'), '臺北市大安區公所.xlsx');
    expect(found.recipient).toBeNull();
    expect(
      found.candidates
        .slice(0, 2)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['daan', 'xinyi']);
  });

  it('is told by the ids that it was issued with, whatever the file is called', () => {
    const found = recognised(stamped(blank.bytes, 'daan-tc'), '臺北市信義區公所.xlsx');
    expect(found).toMatchObject({ recipient: { id: 'daan-tc', by: 'id' }, edition: 1, editionBy: 'id' });
  });

  it('is for a person to say where the ids are one agency and the name another: a copy of a neighbour’s file', () => {
    const found = recognised(stamped(naming('臺北市信義區公所'), 'daan'));
    expect(found.recipient).toBeNull();
    expect(found.issues.map(({ code }) => code)).toContain('collection_names_differ');
    expect(
      found.candidates
        .slice(0, 2)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['daan', 'xinyi']);
  });

  it('is never taken from a file of another collection or for an agency that was not asked', () => {
    const foreign = recognised(stamped(naming('臺北市信義區公所'), 'daan', 'other'));
    expect(foreign.recipient).toBeNull();
    expect(foreign.issues.map(({ code }) => code)).toContain('collection_file_foreign');
    const unknown = recognised(stamped(blank.bytes, 'nobody'));
    expect(unknown.recipient).toBeNull();
    expect(unknown.issues.map(({ code }) => code)).toContain('collection_recipient_unknown');
  });

  it('is what a person said', () => {
    const found = recognised(stamped(naming('臺北市信義區公所'), 'daan'), '回覆.xlsx', {
      ...order,
      recipientId: 'civil',
    });
    expect(found.recipient).toEqual({ id: 'civil', by: 'person', score: 1 });
  });

  it('tells an edition that the collection does not have, and goes by what the file asks', () => {
    const found = recognised(stamped(blank.bytes, 'daan', 'c1', 9));
    expect(found).toMatchObject({ recipient: { id: 'daan' }, edition: 1, editionBy: 'layout' });
    expect(found.issues.map(({ code }) => code)).toContain('collection_edition_unknown');
  });

  it('is never a wrong agency, whatever stands in the cell and whatever the file is called', () => {
    const part = fc.constantFrom(
      '臺北市',
      '台中市',
      '南投縣',
      '大安',
      '信義',
      '太安',
      '區',
      '鄉',
      '公所',
      '民政局',
      ' ',
      'X',
      '',
    );
    const name = fc.array(part, { maxLength: 5 }).map(parts => parts.join(''));
    const plain = (text: string): string => text.replaceAll('台', '臺').replace(/\s/g, '');
    fc.assert(
      fc.property(name, name, (cell, file) => {
        const found = recognised(cell.trim() === '' ? blank.bytes : naming(cell), `${file}.xlsx`);
        const id = found.recipient?.id;
        if (id === undefined) return;
        const { name: is, aliases = [] } = recipients.find(each => each.id === id)!;
        // A cell that says 公所 and no more names nobody; then the file name counts.
        const said = plain(found.agencyName ?? file);
        const city = is.slice(0, 3);
        const others = recipients.map(each => each.name.slice(0, 3)).filter(each => each !== city);
        const named = [is, is.slice(3), is.slice(3).replace(/公所$/, ''), ...aliases];
        const both = said.includes(city) && said.includes(is.slice(3, 5));
        expect(both || named.some(each => said.includes(each)) || is.slice(3).startsWith(said.replace(city, ''))).toBe(
          true,
        );
        for (const other of others) expect(said.startsWith(other)).toBe(false);
      }),
      { numRuns: 150 },
    );
  });
});
