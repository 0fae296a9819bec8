import { type IRunOptions, TextRun } from 'docx';
import { legible } from '../../../form/plain-text.ts';

/** A text as runs, its lines apart by line breaks. @param size in points */
export const runsOf = (text: string, size: number, more: Pick<IRunOptions, 'bold'> = {}): readonly TextRun[] =>
  legible(text)
    .split('\n')
    .map((line, i) => new TextRun({ text: line, size: size * 2, ...(i === 0 ? {} : { break: 1 }), ...more }));
