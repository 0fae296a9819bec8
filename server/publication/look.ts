import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const text = readFileSync(new URL('./look.css', import.meta.url), 'utf8');
const digest = createHash('sha256').update(text).digest('hex').slice(0, 12);

/** The stylesheet of the public pages. Its address changes with its content, so that it is kept by browsers for good. */
export const stylesheet = { text, path: `/public/look.${digest}.css` } as const;
