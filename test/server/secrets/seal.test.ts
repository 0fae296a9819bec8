import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../../../server/config.ts';
import { keyFileOf } from '../../../server/secrets/key-file.ts';
import { openSecrets } from '../../../server/secrets/seal.ts';
import { start } from '../../../server/start.ts';

describe('a sealed secret', () => {
  let folder: string;
  const config = (within: string, secretKeyFile?: string) =>
    readConfig({ DATA_DIR: join(folder, within), SECRET_KEY_FILE: secretKeyFile, LOG_LEVEL: 'silent' });
  const codeOf = (work: () => unknown) => {
    try {
      work();
    } catch (error) {
      return (error as { code?: string }).code;
    }
    return null;
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'guankao-secrets-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('opens as what it was, and never shows it', () => {
    const secrets = openSecrets({ config: config('one') });
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), plain => {
        const sealed = secrets.seal(plain);
        expect(secrets.open(sealed)).toBe(plain);
        if (plain.length > 8) expect(sealed).not.toContain(plain);
        expect(secrets.seal(plain)).not.toBe(sealed);
      }),
    );
  });

  it('lies under a key that only its owner may read', async () => {
    const one = config('owner');
    openSecrets({ config: one }).seal('x');
    const path = keyFileOf(one);
    expect(path.startsWith(join(folder, 'owner', 'secrets'))).toBe(true);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await stat(join(path, '..'))).mode & 0o777).toBe(0o700);
  });

  it('opens for the next process, which makes no second key', () => {
    const sealed = openSecrets({ config: config('again') }).seal('令牌');
    expect(openSecrets({ config: config('again') }).open(sealed)).toBe('令牌');
  });

  it('does not open when any character of it was changed', () => {
    const secrets = openSecrets({ config: config('one') });
    const sealed = secrets.seal('private key');
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    for (let at = 0; at < sealed.length - 1; at++) {
      const other = alphabet[(alphabet.indexOf(sealed[at]!) + 7) % alphabet.length]!;
      const changed = sealed.slice(0, at) + other + sealed.slice(at + 1);
      expect(['secret_damaged', 'secret_key_missing']).toContain(codeOf(() => secrets.open(changed)));
    }
    expect(codeOf(() => secrets.open('plain text'))).toBe('secret_damaged');
  });

  it('says that the key is another one, when it is', () => {
    const sealed = openSecrets({ config: config('one') }).seal('x');
    expect(codeOf(() => openSecrets({ config: config('other') }).open(sealed))).toBe('secret_key_missing');
  });

  it('is shared by servers that name the same key file', async () => {
    const path = join(folder, 'shared.key');
    await writeFile(path, `${Buffer.alloc(32, 7).toString('base64')}\n`);
    const sealed = openSecrets({ config: config('a', path) }).seal('x');
    expect(openSecrets({ config: config('b', path) }).open(sealed)).toBe('x');
  });

  it('stops the start when the key file that was named is missing or no key', async () => {
    const gone = join(folder, 'gone.key');
    await expect(start(config('start', gone))).rejects.toThrow(/SECRET_KEY_FILE.*gone\.key/);
    await writeFile(gone, 'short');
    await expect(start(config('start', gone))).rejects.toThrow(ConfigError);
    expect(await readFile(gone, 'utf8')).toBe('short');
  });
});
