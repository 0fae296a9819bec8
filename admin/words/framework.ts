import en from 'ra-language-english';
import { frameworkZh } from './framework-zh.ts';
import { type Words, words } from './words.ts';

/** react-admin's own texts. */
export const framework = words<Words>(frameworkZh as unknown as Words, en as unknown as Words);
