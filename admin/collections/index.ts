import { lazy } from 'react';
import type { Collection, CollectionFile } from '../../sync/model/index.ts';

/** 彙整案: what a bureau asks of the agencies below it, and what came back. */
export const collections = {
  list: lazy(() => import('./CollectionList.tsx')),
  show: lazy(() => import('./CollectionShow.tsx')),
  edit: lazy(() => import('./CollectionEdit.tsx')),
  create: lazy(() => import('./CollectionCreate.tsx')),
  recordRepresentation: (collection: Collection) => collection.name,
};

/** 來件: one file that came back, and what it would change. */
export const collectionFiles = {
  show: lazy(() => import('./files/FilePage.tsx')),
  recordRepresentation: (file: CollectionFile) => file.fileName,
};
