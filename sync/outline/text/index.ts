/** Texts to blocks: bytes → lines → what is a table and what is not → paragraphs and tables put together again. */
import { say } from '../../model/index.ts';
import type { Block } from '../document.ts';
import type { NoteCode } from '../note.ts';
import type { DocumentReading } from '../reading.ts';
import { decodeText, mostBytes, type NoText } from './decode.ts';
import { withoutFurniture } from './furniture.ts';
import { headerAt } from './header.ts';
import { issuesOf, type TextNote } from './issues.ts';
import { linesOf, type TextLine, type TextLines } from './lines.ts';
import { membersAt } from './members.ts';
import { mixedLines } from './mixed.ts';
import { paragraphsOf } from './paragraphs.ts';
import { placedTable } from './placed/index.ts';
import { readTable } from './plan-table.ts';
import { endOfTable } from './range.ts';
import { regularTable } from './regular.ts';

/**
 * Reads the paragraphs and tables of a plain text in any of the encodings that are in use here. Wrapped lines become the
 * paragraphs and cells that they were, tables get their rows back whether their cells came one below the other, with tabs
 * or bars between them, or in columns of blanks; each repair that is a guess is an issue with its line. Never throws on bad input.
 */
export function readText(bytes: Uint8Array, fileName: string): DocumentReading {
  const decoded = decodeText(bytes);
  if ('refused' in decoded) return refusal(decoded.refused, fileName);
  const read = linesOf(decoded.text);
  const { lines, left } = withoutFurniture(read.lines);
  const blocks: Block[] = [];
  const notes: TextNote[] = [...notesOf(read)];
  if (left.length > 0) notes.push({ code: 'text_furniture', line: left[0]!.line, count: left.length });
  let from = 0;
  const sure = new Set<TextLine>();
  const paragraphs = (to: number): void => {
    blocks.push(...paragraphsOf(lines.slice(from, to)));
    from = to;
  };
  for (let i = 0; i < lines.length; i++) {
    const members = membersAt(lines, i);
    if (members) {
      paragraphs(i);
      blocks.push(members.table);
      from = members.end;
      i = members.end - 1;
      continue;
    }
    const placed = placedTable(lines, i, `表${blocks.length + 1}`);
    if (placed) {
      for (const line of lines.slice(i, placed.end)) sure.add(line);
      paragraphs(i);
      blocks.push(placed.table);
      for (const note of placed.notes) notes.push(note);
      from = placed.end;
      i = placed.end - 1;
      continue;
    }
    const header = headerAt(lines, i);
    if (!header) continue;
    const regular =
      header.divided && header.stray === undefined ? regularTable(lines, header, `表${blocks.length + 1}`) : null;
    if (regular) {
      for (const line of lines.slice(i, regular.end)) sure.add(line);
      paragraphs(i);
      blocks.push(regular.table);
      from = regular.end;
      i = regular.end - 1;
      continue;
    }
    const end = endOfTable(lines, header.end);
    const found = readTable(header, lines.slice(header.end, end), `表${blocks.length + 1}`);
    if (!found) {
      // Nothing between here and its end is a row of it; looking again from every line on would take for ever.
      i = end - 1;
      continue;
    }
    paragraphs(i);
    blocks.push(found.table);
    if (header.stray !== undefined) notes.push({ code: 'text_lost', line: lines[i]!.line, text: header.stray });
    for (const note of found.notes) notes.push(note);
    from = end;
    i = end - 1;
  }
  paragraphs(lines.length);
  for (const note of mixedLines(lines.filter(line => !sure.has(line)))) notes.push(note);
  return { ok: true, document: { blocks }, issues: issuesOf(notes) };
}

function notesOf({ unreadable, tooLong, cutAt }: TextLines): readonly TextNote[] {
  return [
    ...unreadable.map(line => ({ code: 'text_unreadable' as const, line })),
    ...tooLong.map(line => ({ code: 'text_line_too_long' as const, line })),
    ...(cutAt === null ? [] : [{ code: 'text_too_many_lines' as const, line: cutAt }]),
  ];
}

const refusals: Readonly<Record<NoText, NoteCode>> = {
  empty: 'text_empty',
  too_large: 'text_too_large',
  binary: 'text_not_text',
};

function refusal(why: NoText, name: string): DocumentReading {
  const code = refusals[why];
  const params = { name, limit: Math.floor(mostBytes / 1_000_000) };
  return { ok: false, issue: { code, severity: 'error', message: say(code, 'zh-TW', params), params } };
}
