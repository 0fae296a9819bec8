/**
 * Packages from one installation to another: written, opened, checked, read and merged. The container is a zip archive of
 * which every byte follows from its signed manifest; what it carries are rows with the sender's own ids, and files by hash.
 */
export { type Bytes, bytesOf, bytesOfFile, pieces } from './bytes.ts';
export { canonicalJson, canonicalText, type Json, sameJson } from './canonical.ts';
export type { PackedEdition } from './collection-data.ts';
export { noData, type PackageData } from './data.ts';
export { formatOf, presentFormat } from './formats.ts';
export { fingerprintOf, type KeyFile, type KeyPair, keyFileOf, newKeyPair, readKeyFile } from './keys.ts';
export { type PackageLimits, packageLimits } from './limits.ts';
export type { Manifest, ManifestHead } from './manifest.ts';
export * from './merge.ts';
export {
  type Opened,
  type Opening,
  openPackage,
  packageIssue,
  placeOfFile,
  type Reading,
  readContents,
} from './read.ts';
export { type NamedFile, namedFiles, resourcesOf } from './whole.ts';
export { type Contents, FileChangedError, type PackedFile, packageOf, UnfitError, writePackage } from './write.ts';
