import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

export interface ReadAlone {
  /** Codes of what was said of it, each once. */
  readonly codes: readonly string[];
  /** The most memory that the process held, in MB. */
  readonly peakMb: number;
  readonly ms: number;
}

const command = new URL('../../../../sync/cli/bin.js', import.meta.url);
/**
 * Prints what the process took when it ends, behind what the command itself prints. Where the system counts what a process took
 * before it became this one, which is what the process took that started it, its own count is read instead.
 */
const teller = `import { readFileSync } from 'node:fs';
const own = () => process.platform === 'linux'
  ? Number(/VmHWM:\\s*(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1])
  : process.resourceUsage().maxRSS;
process.on('exit', () => process.stderr.write('\\npeak ' + own()));`;

/** Reads a file with `guankao plan read` in a process of its own. */
export async function readAlone(name: string, bytes: Uint8Array): Promise<ReadAlone> {
  const folder = await mkdtemp(join(tmpdir(), 'guankao-hostile-'));
  try {
    const path = join(folder, name);
    await writeFile(path, bytes);
    const began = performance.now();
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      [`--import=data:text/javascript,${encodeURIComponent(teller)}`, command.pathname, 'plan', 'read', path, '--json'],
      { maxBuffer: 2 ** 28 },
    ).catch((error: { readonly stdout: string; readonly stderr: string }) => error);
    const ms = performance.now() - began;
    const peakMb = Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024;
    return { codes: codesOf(JSON.parse(stdout)), peakMb, ms };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function codesOf(printed: {
  readonly issues?: readonly { readonly code: string }[];
  readonly error?: { readonly code: string };
}): readonly string[] {
  const issues = printed.issues ?? (printed.error ? [printed.error] : []);
  return [...new Set(issues.map(({ code }) => code))];
}
