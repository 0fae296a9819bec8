import type { Issue } from '../../model/index.ts';
import { containerOf } from '../container.ts';
import { defaultLimits } from '../limits.ts';
import { isSigned as isSignedOds } from '../ods/package.ts';
import { packageKind } from '../package-kind.ts';
import { Refusal } from '../refusal.ts';
import { say } from '../say.ts';
import { isSigned as isSignedXlsx } from '../xlsx/main-part.ts';
import { openArchive } from '../zip.ts';
import { flatProperties, odsProperties } from './ods.ts';
import { xlsxProperties } from './xlsx.ts';

export type PropertiesResult =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly issue: Issue };

/** Custom document properties to be set, by name. */
export type Properties = ReadonlyMap<string, string>;

/**
 * Sets custom document properties as text and changes nothing else: every other part keeps its compressed bytes, and so do
 * other properties. Setting what stands there already gives back the very bytes that came in. Never throws on bad input.
 * @param fileName as the person knows it, for messages only
 */
export function withProperties(bytes: Uint8Array, fileName: string, properties: Properties): PropertiesResult {
  try {
    return { ok: true, bytes: setByContent(bytes, properties) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const params = { name: fileName, ...error.params };
    const message = say(error.code, 'zh-TW', params);
    return { ok: false, issue: { code: error.code, severity: 'error', message, params } };
  }
}

function setByContent(bytes: Uint8Array, properties: Properties): Uint8Array {
  const container = containerOf(bytes);
  if (container === 'fods') return flatProperties(bytes, properties);
  if (container !== 'zip') throw new Refusal(container);
  const archive = openArchive(bytes, defaultLimits);
  const isOds = packageKind(archive) === 'ods';
  if (isOds ? isSignedOds(archive) : isSignedXlsx(archive)) throw new Refusal('workbook_signed');
  return (isOds ? odsProperties : xlsxProperties)(bytes, archive, properties);
}
