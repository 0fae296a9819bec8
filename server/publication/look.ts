import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** What each sheet dresses, in the order in which a later one may overrule an earlier one. */
const sheets = ['colours', 'text', 'frame', 'contents', 'plan', 'tables', 'wide', 'print'];

const text = sheets.map(name => readFileSync(new URL(`./look/${name}.css`, import.meta.url), 'utf8')).join('\n');
const digest = createHash('sha256').update(text).digest('hex').slice(0, 12);

/** The stylesheet of the public pages. Its address changes with its content, so that it is kept by browsers for good. */
export const stylesheet = { text, path: `/public/look.${digest}.css` } as const;
