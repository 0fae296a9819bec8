import { randomBytes } from 'node:crypto';

/** Base 32 of RFC 4648 in small letters: nothing that is taken for another sign when it is read out or typed. */
const letters = 'abcdefghijklmnopqrstuvwxyz234567';
const length = 16;

/** A new public address of a plan (see `publicId` of the model). */
export const newPublicId = (): string => Array.from(randomBytes(length), byte => letters[byte % 32]).join('');
