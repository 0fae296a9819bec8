import { answerWith } from '../thread/answer.ts';
import type { PdfOrder } from './read-file.ts';

// The library tells of what it lacks for painting on the streams that a command's answer goes to.
console.warn = () => {};

await answerWith<PdfOrder>(async () => (await import('./read-file.ts')).readFile);
