/** Our own form where its ids are gone: which of the issued forms it is, and which row is which, by their questions. */
export { type FormScore, type OwnIssued, ownLikeness } from './likeness.ts';
export { placeOwn } from './place.ts';
export { type OwnReading, type OwnRow, readOwn } from './read.ts';
