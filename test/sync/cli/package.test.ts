import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allCommands } from '../../../sync/cli/commands.ts';
import { runCommand } from '../../../sync/cli/run.ts';
import { fingerprintOf, keyFileOf, newKeyPair } from '../../../sync/package/index.ts';
import { packedRound, sender } from '../package/build.ts';

const commands = await allCommands();

describe('guankao package inspect', () => {
  let folder: string;
  const at = (name: string) => join(folder, name);
  const inspect = (...args: string[]) =>
    runCommand(commands, ['package', 'inspect', ...args, '--lang', 'en'], { env: {}, width: 120, version: '0' });
  const agency = { id: 'agency', name: '遠山鎮公所' };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'guankao-package-'));
    const bytes = await packedRound();
    await writeFile(at('good.zip'), bytes);
    const changed = Uint8Array.from(bytes);
    changed[200] = changed[200]! ^ 1;
    await writeFile(at('changed.zip'), changed);
    await writeFile(at('key.json'), JSON.stringify(keyFileOf(agency, sender.publicKey)));
    await writeFile(at('other.json'), JSON.stringify(keyFileOf(agency, newKeyPair().publicKey)));
    await writeFile(at('none.json'), '{}');
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('prints the manifest, and whose key it was signed with', async () => {
    const { code, out } = await inspect(at('good.zip'), '--key', at('key.json'), '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      verified: true,
      format: 2,
      fingerprint: fingerprintOf(sender.publicKey),
      manifest: { kind: 'returns', sender: { name: '遠山鎮公所' } },
      rows: { reports: 1, evidence: 1 },
    });
    expect((await inspect(at('good.zip'))).out).toContain('not compared');
  });

  it('fails when the package was changed, another key signed it, or a file is not what it should be', async () => {
    expect(await inspect(at('changed.zip'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('not as its sender signed it'),
    });
    expect(await inspect(at('good.zip'), '--key', at('other.json'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('Do not take it in'),
    });
    expect(await inspect(at('good.zip'), '--key', at('none.json'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('no key file'),
    });
    expect(await inspect(at('missing.zip'))).toMatchObject({ code: 1, err: expect.stringContaining('missing.zip') });
  });
});
