import { basename } from 'node:path';
import { agencyName, partsOfName, type RecipientName, sameAgency } from '../../collect/index.ts';
import { decodeText } from '../../form/csv/decode.ts';
import { parseRecords } from '../../form/csv/records.ts';
import { say } from '../../model/index.ts';
import { defaultLimits } from '../../sheet/index.ts';
import { FileFailed } from '../command.ts';
import { readBytes } from '../files.ts';

const isHeading = (name: string): boolean =>
  /^(?:受查|受檢|填報)?(?:機關|單位)(?:名稱|全銜)?$|^(?:agency|name)$/i.test(name);

/** Agencies of a list: a name in the first column, other names that it goes by in the next. @throws FileFailed */
export async function readAgencies(path: string): Promise<readonly RecipientName[]> {
  const name = basename(path);
  const decoded = decodeText(await readBytes(path));
  const parsed = decoded && parseRecords(decoded.text, decoded.text.includes('\t') ? '\t' : ',', defaultLimits);
  const records = parsed?.ok ? parsed.records.map(record => record.map(field => field.trim())) : [];
  const rows = records.filter(([first], i) => first && !(i === 0 && isHeading(first)));
  const byName = new Map(rows.map(([first = '', ...others]) => [first, others.filter(other => other !== '')]));
  if (byName.size === 0) {
    const params = { name };
    throw new FileFailed({
      code: 'file_no_agencies',
      severity: 'error',
      message: say('file_no_agencies', 'zh-TW', params),
      params,
    });
  }
  return [...byName].map(([agency, aliases]) => ({ id: agency, name: agency, aliases }));
}

const named =
  /^\p{Script=Han}*?(?:公所|事務所|分局|大隊|中心|學校|國中|國小|[局處府署部會院校所館隊廳])(?!\p{Script=Han}*?公所)/u;

/** The agency that a file name tells, where no list of agencies says what they are called; the whole name where it tells none. */
export function agencyInFileName(name: string): string {
  const stem = basename(name)
    .replace(/\.\w{2,4}$/, '')
    .normalize('NFKC');
  const words = partsOfName(stem);
  return words.map(word => named.exec(word)?.[0]).find(found => found !== undefined && found.length > 2) ?? stem.trim();
}

/**
 * Names that are one agency's, by the name that says most. A short name goes with a longer one only where no other could be meant.
 */
export function canonical(names: Iterable<string>): ReadonlyMap<string, string> {
  const distinct = [...new Set(names)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const parsed = distinct.map(name => ({ name, parts: agencyName(name) }));
  const found = new Map<string, string>();
  for (const { name, parts } of parsed) {
    const longer = parsed.filter(
      other => found.get(other.name) === other.name && sameAgency(parts, other.parts) !== null,
    );
    found.set(name, longer.length === 1 ? longer[0]!.name : name);
  }
  return found;
}
