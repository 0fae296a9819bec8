import { stampBook } from '../../sync/collect/index.ts';
import type { FormProfile, Issue } from '../../sync/model/index.ts';
import { openToPatch, readWorkbook } from '../../sync/sheet/index.ts';
import { headingPatches } from '../forms/heading.ts';

/** One edition of a form, to be made out to agencies. */
export interface PersonalOrder {
  readonly profile: FormProfile;
  readonly collectionId: string;
  readonly edition: number;
  readonly recipients: readonly { readonly id: string; readonly agencyName: string }[];
}

export interface PersonalWorkbook {
  readonly recipientId: string;
  readonly bytes: Uint8Array;
}

/**
 * Makes a form out to each of these agencies: its name stands where the form asks for it, as far as the form lets it be written,
 * and the ids by which it is known when it comes back stand in the properties. All else keeps its bytes, and the same order gives
 * the same bytes.
 */
export function personalise(
  bytes: Uint8Array,
  name: string,
  { profile, collectionId, edition, recipients }: PersonalOrder,
):
  | { readonly ok: true; readonly result: readonly PersonalWorkbook[]; readonly issues: readonly Issue[] }
  | { readonly ok: false; readonly issue: Issue } {
  const opened = readWorkbook(bytes, name);
  if (!opened.ok) return opened;
  const patch = openToPatch(bytes, name);
  const result: PersonalWorkbook[] = [];
  for (const { id, agencyName } of recipients) {
    const headed = patch(headingPatches(opened.workbook, profile, { agencyName }));
    if (!headed.ok) return headed;
    const stamped = stampBook(headed.bytes, name, { collection: collectionId, edition, recipient: id });
    if (!stamped.ok) return stamped;
    result.push({ recipientId: id, bytes: stamped.bytes });
  }
  return { ok: true, result, issues: opened.issues };
}
