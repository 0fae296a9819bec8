import { z } from 'zod';
import { version } from './base.ts';

/** Settings of one agency. Thresholds are percentage points that actual progress lags behind planned. */
export const settings = z.strictObject({
  version,
  behindThreshold: z.number().int().min(1).max(100),
  warningThreshold: z.number().int().min(1).max(100),
  dueSoonDays: z.number().int().min(1).max(90),
});
export const settingsEdit = settings;

export const defaultSettings = { behindThreshold: 10, warningThreshold: 5, dueSoonDays: 14 } as const;

export type Settings = z.infer<typeof settings>;
