import { type Browser, chromium } from 'playwright-core';
import { readyChromium } from './chromium.ts';

/**
 * A real Chromium without a window, in an environment that can write the names of downloads whatever that of the tests is. Root has no
 * user namespace to sandbox in, so only there the sandbox is off.
 */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: readyChromium(),
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-dev-shm-usage',
      '--force-color-profile=srgb',
    ],
  });
