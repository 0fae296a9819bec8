import { fileTypeFromFile } from 'file-type';
import { acceptedMedia } from '../../sync/model/index.ts';
import { Refusal } from '../problems/refusal.ts';
import { isBomb } from './archive.ts';
import { isPlainText } from './text.ts';

const isZipped = (mediaType: string): boolean =>
  mediaType.startsWith('application/vnd.openxmlformats') || mediaType.startsWith('application/vnd.oasis');

/**
 * What a received file is, judged by its bytes alone; its name and what the sender calls it do not count.
 * @throws Refusal `file_empty`, `file_kind_refused`, `file_bomb`
 */
export async function mediaTypeOf({ path, size, name }: { path: string; size: number; name: string }): Promise<string> {
  if (size === 0) throw new Refusal('file_empty', { name });
  const known = await fileTypeFromFile(path);
  const mediaType = known?.mime ?? ((await isPlainText(path)) ? 'text/plain' : null);
  if (mediaType === null || !Object.hasOwn(acceptedMedia, mediaType)) throw new Refusal('file_kind_refused', { name });
  if (isZipped(mediaType) && (await isBomb(path))) throw new Refusal('file_bomb', { name });
  return mediaType;
}
