import {
  authorizedUserOf,
  bucketsOf,
  type Google,
  openGoogle,
  placesAt,
  realPace,
  serviceAccountOf,
} from '../../sheet/google/index.ts';
import { readBytes } from '../files.ts';
import { failure } from './failure.ts';

/** Google under the credentials that were named. @throws FileFailed when there are none, or the file holds none */
export async function openAccount(path: string | undefined, env: NodeJS.ProcessEnv): Promise<Google> {
  const file = path ?? env.GOOGLE_CREDENTIALS;
  if (!file) throw failure('sheet_credentials_missing');
  const text = new TextDecoder().decode(await readBytes(file));
  const credential = serviceAccountOf(text) ?? authorizedUserOf(text);
  if (!credential) throw failure('sheet_credentials_wrong', { name: file });
  return openGoogle({
    credential,
    places: placesAt(env.GOOGLE_ROOT_URL || null),
    pace: realPace,
    buckets: [bucketsOf(realPace, 'user')],
  });
}
