import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { chromium } from 'playwright-core';

/** Where systems keep a Chromium or a Chrome of their own. */
const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const canRun = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The Chromium that browser tests drive: `CHROMIUM_PATH`, the system's, or playwright's own; null when there is none. */
export function findChromium(): string | null {
  const candidates = [process.env.CHROMIUM_PATH, ...usual, chromium.executablePath()];
  return candidates.find(file => file !== undefined && file !== '' && canRun(file)) ?? null;
}

const run = (program: string, ...args: readonly string[]): void => {
  execFileSync(program, args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
};

const isDebianRoot = (): boolean => process.getuid?.() === 0 && canRun('/usr/bin/apt-get');

/** Without a Chinese font every screen would be boxes, and every width wrong. */
const hasChineseFont = (): boolean => {
  const fonts = spawnSync('fc-list', [':lang=zh-tw'], { encoding: 'utf8' });
  return fonts.error === undefined && fonts.stdout.trim() !== '';
};

/** Finds the browser, or installs one. @throws when neither works, with what to do */
export function readyChromium(): string {
  if (isDebianRoot() && (findChromium() === null || !hasChineseFont())) {
    run('apt-get', 'update', '-qq');
    run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk', 'fontconfig');
  } else if (findChromium() === null) {
    run('playwright-core', 'install', 'chromium');
  }
  const found = findChromium();
  if (found === null) throw new Error('No Chromium was found. Install one and name it in CHROMIUM_PATH.');
  return found;
}
