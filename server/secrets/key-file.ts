import { randomBytes } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Config, ConfigError } from '../config.ts';

/** Where the installation's key lies: SECRET_KEY_FILE where it is set, else a file of the data folder. */
export const keyFileOf = (config: Pick<Config, 'dataDir' | 'secretKeyFile'>): string =>
  config.secretKeyFile ?? join(config.dataDir, 'secrets', 'secret.key');

const keyBytes = 32;

/**
 * Reads the key, 32 bytes as base64 on one line. A file that SECRET_KEY_FILE names must be there already: several servers
 * share it, and one that made its own would seal what the others cannot open. The file of the data folder is made at
 * first need, for its owner's eyes only.
 * @throws ConfigError
 */
export function readKey(config: Pick<Config, 'dataDir' | 'secretKeyFile'>): Buffer {
  const path = keyFileOf(config);
  const text = readIfThere(path) ?? (config.secretKeyFile ? null : makeKey(path));
  if (text === null)
    throw new ConfigError(
      `SECRET_KEY_FILE: ${path} is not there. Make it once with "openssl rand -base64 32 > ${path}" and give every server the same.`,
    );
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length !== keyBytes) throw new ConfigError(`${path} holds no key: ${keyBytes} bytes as base64 are expected.`);
  return key;
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** A link either makes the whole file or fails because another process was first; then the other's key counts. */
function makeKey(path: string): string {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, `${randomBytes(keyBytes).toString('base64')}\n`, { mode: 0o600, flag: 'wx', flush: true });
  chmodSync(draft, 0o600);
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  return readFileSync(path, 'utf8');
}
