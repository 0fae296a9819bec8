import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Issue, inGroups, type Locale, type PackageKind, type PackedResource } from '../../model/index.ts';
import {
  bytesOfFile,
  type KeyFile,
  type Opened,
  openPackage,
  packageIssue,
  readContents,
  readKeyFile,
} from '../../package/index.ts';
import { type Command, FileFailed } from '../command.ts';
import { fileFailure, readBytes } from '../files.ts';
import { table } from '../table.ts';
import { say, type Words, words } from '../words.ts';

const labels = {
  kind: words('內容', 'Content'),
  title: words('名稱', 'Name'),
  sender: words('寄件機關', 'From'),
  recipient: words('收件機關', 'For'),
  made: words('產生時間', 'Made'),
  fingerprint: words('金鑰指紋', 'Key'),
  format: words('格式', 'Format'),
  rows: words('資料', 'Rows'),
  files: words('檔案', 'Files'),
  known: words('（與金鑰檔相同）', '(that of the key file)'),
  unknown: words('（未核對：以 --key 指定寄件機關的金鑰檔）', '(not compared: give the sender’s key file with --key)'),
};

const kinds: Readonly<Record<PackageKind, Words>> = {
  returns: words('查核期填報', 'reports of a round'),
  plan: words('計畫', 'a plan'),
  templates: words('表單範本', 'templates'),
  reviews: words('檢核結果（缺失）', 'review results (findings)'),
  collection: words('彙整案（表單與審查結果）', 'a collection (its form and what was said of the answers)'),
  collected: words('上級交辦表單的回復', 'an answer to a collection'),
};

const resources: Readonly<Record<PackedResource, Words>> = {
  plans: words('計畫', 'plans'),
  planItems: words('計畫項目', 'plan items'),
  units: words('課室', 'units'),
  rounds: words('查核期', 'rounds'),
  assignments: words('列管事項', 'assignments'),
  reports: words('填報', 'reports'),
  evidence: words('佐證資料', 'evidence'),
  templates: words('範本', 'templates'),
  collections: words('彙整案', 'collections'),
  recipients: words('受查機關', 'recipients'),
  collectionFiles: words('來件', 'returned files'),
  collectedRows: words('機關填報', 'answers'),
  findings: words('缺失', 'findings'),
};

async function keyOf(path: string | undefined): Promise<KeyFile | null> {
  if (path === undefined) return null;
  const key = readKeyFile(new TextDecoder().decode(await readBytes(path)));
  if (!key) throw new FileFailed(packageIssue('key_file_wrong'));
  return key;
}

/** Reads the whole of a package and checks every byte of it, without taking anything in. @throws FileFailed */
async function inspected(path: string) {
  const handle = await open(path).catch((error: unknown) => {
    throw fileFailure(error, path);
  });
  try {
    const bytes = await bytesOfFile(handle);
    const opening = await openPackage(bytes);
    if (!opening.ok) throw new FileFailed(opening.issue);
    const reading = await readContents(bytes, opening.opened);
    if (!reading.ok) throw new FileFailed(reading.issue);
    const rows = Object.fromEntries(Object.entries(reading.data).map(([resource, list]) => [resource, list.length]));
    return { opened: opening.opened, rows };
  } finally {
    await handle.close();
  }
}

function linesOf(
  { manifest, format, fingerprint }: Opened,
  rows: Readonly<Record<string, number>>,
  known: boolean,
  locale: Locale,
) {
  const { kind, title, sender, recipient, createdAt, files } = manifest;
  const told: readonly (readonly [keyof typeof labels, string])[] = [
    ['kind', say(kinds[kind], locale)],
    ['title', title],
    ['sender', sender.name],
    ['recipient', `${recipient.name}  ${inGroups(recipient.fingerprint)}`],
    ['made', createdAt],
    ['fingerprint', `${inGroups(fingerprint)} ${say(known ? labels.known : labels.unknown, locale)}`],
    ['format', String(format)],
    [
      'rows',
      Object.entries(rows)
        .filter(([, count]) => count > 0)
        .map(([resource, count]) => `${say(resources[resource as PackedResource], locale)} ${count}`)
        .join(locale === 'en' ? ', ' : '、'),
    ],
    ['files', String(files.length)],
  ];
  return table(told.map(([label, text]) => [say(labels[label], locale), text]));
}

export const inspect: Command = {
  name: 'package inspect',
  about: words(
    '驗證封包的簽章與內容，並顯示封包清單',
    'verify the signature and content of a package and show its manifest',
  ),
  operands: [{ name: 'FILE', about: words('其他機關寄來的封包', 'a package that another agency sent') }],
  options: { key: { value: 'KEY', about: words('寄件機關的金鑰檔', 'the key file of the sender') } },
  async run({ operands: [path = ''], options, locale }) {
    const key = await keyOf(options.key);
    const { opened, rows } = await inspected(path);
    const { manifest, format, fingerprint, publicKey } = opened;
    const other = key !== null && key.publicKey !== publicKey;
    const issues: readonly Issue[] = other
      ? [
          packageIssue('package_other_key', {
            fingerprint: inGroups(fingerprint),
            expected: inGroups(key.fingerprint),
            name: key.agency.name,
          }),
        ]
      : [];
    return {
      json: {
        file: basename(path),
        format,
        fingerprint,
        verified: key === null ? null : !other,
        manifest,
        rows,
        issues,
      },
      text: linesOf(opened, rows, key !== null && !other, locale),
      issues,
      failed: other,
    };
  },
};
