import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { noSections } from '../../../sync/model/index.ts';
import {
  type KeyPair,
  type Manifest,
  type ManifestHead,
  newKeyPair,
  noData,
  type PackageData,
  type PackedFile,
  writePackage,
} from '../../../sync/package/index.ts';

export const sender: KeyPair = newKeyPair();

export const head = (over: Partial<ManifestHead> = {}): ManifestHead => ({
  id: 'package-1',
  createdAt: '2025-06-30T08:00:00.000Z',
  sender: { agencyId: 'agency', name: '遠山鎮公所' },
  recipient: { name: '清川市民政局', fingerprint: '0123456789abcdef0123456789abcdef' },
  kind: 'returns',
  title: '114年6月查核',
  planId: 'plan',
  roundId: 'round',
  formIds: [],
  leftOut: { personalData: 0, unfinished: 0 },
  ...over,
});

export const fileOf = (bytes: Uint8Array): PackedFile => ({
  sha256: createHash('sha256').update(bytes).digest('hex'),
  size: bytes.length,
  open: async function* () {
    yield bytes;
  },
});

export async function collect(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return new Uint8Array(Buffer.concat(all));
}

/** A round of one step that a unit reported on, with a piece of evidence. */
export const roundData = (narrative: string, file: Uint8Array): PackageData => ({
  ...noData,
  plans: [{ id: 'plan', year: 114, title: '服務計畫', sections: noSections, documentDate: null, documentNumber: null }],
  planItems: [
    {
      id: 'step',
      parentId: null,
      position: 0,
      label: '1',
      text: '檢視櫃臺作業',
      units: [],
      checkMonths: [6],
      cadence: [],
      remarks: '',
      skeletonKey: null,
    },
  ],
  units: [{ id: 'unit', name: '民政課', aliases: [] }],
  rounds: [
    { id: 'round', planId: 'plan', kind: 'routine', title: '6月查核', year: 114, month: 6, dueDate: '2025-06-30' },
  ],
  assignments: [{ id: 'share', planItemId: 'step', unitId: 'unit', part: 'lead' }],
  reports: [
    {
      id: 'report',
      assignmentId: 'share',
      result: 'done',
      narrative,
      figures: [],
      plannedProgress: null,
      actualProgress: 80,
      delayCause: '',
      remedy: '',
      remarks: '',
      stateReason: '',
      submittedAt: null,
      acceptedAt: '2025-06-20T00:00:00.000Z',
    },
  ],
  evidence: [
    {
      id: 'photo',
      kind: 'file',
      name: '照片.txt',
      url: null,
      sha256: fileOf(file).sha256,
      mediaType: 'text/plain',
      size: file.length,
      reportIds: ['report'],
    },
  ],
});

export const packed = (
  data: PackageData,
  files: readonly PackedFile[] = [],
  over: Partial<ManifestHead> = {},
  key: KeyPair = sender,
): Promise<Uint8Array> => collect(writePackage({ head: head(over), data, files }, key));

export const packedRound = (
  narrative = '已依規劃辦理',
  file: Uint8Array = Buffer.from('佐證一'),
): Promise<Uint8Array> => packed(roundData(narrative, file), [fileOf(file)]);

/** Texts that people and their programs write, including what JSON and XML stumble over. */
export const anyText = fc.string({ unit: 'binary', maxLength: 200 }).filter(text => !text.includes('\0'));
export type { Manifest };
