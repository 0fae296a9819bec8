import { readFileSync } from 'node:fs';
import { type Credential, type OAuthClient, oauthClientOf, serviceAccountOf } from '../../sync/sheet/google/index.ts';
import { type Config, ConfigError } from '../config.ts';

/** What the installation itself brings, from the file that GOOGLE_CREDENTIALS names. */
export interface Installation {
  readonly serviceAccount: Extract<Credential, { kind: 'serviceAccount' }> | null;
  readonly client: OAuthClient | null;
}

/** @throws ConfigError when the file is not there, or is neither a service account's key nor an OAuth client */
export function readInstallation({ googleCredentials: path }: Pick<Config, 'googleCredentials'>): Installation {
  if (path === null) return { serviceAccount: null, client: null };
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new ConfigError(`GOOGLE_CREDENTIALS: ${path} cannot be read.`);
  }
  const found: Installation = { serviceAccount: serviceAccountOf(text), client: oauthClientOf(text) };
  if (!found.serviceAccount && !found.client)
    throw new ConfigError(
      `GOOGLE_CREDENTIALS: ${path} is neither the JSON key of a service account nor an OAuth client.`,
    );
  return found;
}
