import type { ManifestHead, PackageData } from '../../../sync/package/index.ts';

/** What is to go into a package, and what is said of it. */
export interface Gathered extends Pick<ManifestHead, 'title' | 'planId' | 'roundId' | 'leftOut'> {
  readonly data: PackageData;
  readonly formIds: readonly string[];
  /** The collection of this installation that it is about. */
  readonly collectionId?: string;
}

export const nothingLeftOut: ManifestHead['leftOut'] = { personalData: 0, unfinished: 0 };
