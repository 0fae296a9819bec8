import { z } from 'zod';
import { line, rocYear } from './base.ts';
import { skeletonKey } from './plan-item.ts';

const part = z.strictObject({
  key: skeletonKey,
  text: z.string(),
  en: z.string(),
  /** Words by which people call the matter. */
  words: z.array(z.string()),
});

/** An item that the plans of most agencies have, with its key points (共通架構). */
export const skeletonItem = part.extend({ keyPoints: z.array(part) });

/** A draft from the skeleton, of the items and key points named. */
export const planFromSkeleton = z.strictObject({
  year: rocYear,
  title: line(200),
  keys: z.array(skeletonKey).min(1).max(100),
});

export type SkeletonKeyPoint = z.infer<typeof part>;
export type SkeletonItem = z.infer<typeof skeletonItem>;
