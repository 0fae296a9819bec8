import { type Browser, chromium } from 'playwright-core';
import { readyChromium } from './chromium.ts';

/** A real Chromium without a window. Root has no user namespace to sandbox in, so only there the sandbox is off. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: readyChromium(),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-dev-shm-usage',
      '--force-color-profile=srgb',
    ],
  });
