import { parseMark } from '../../model/index.ts';
import { isAside } from '../aside.ts';
import type { Block, Paragraph } from '../document.ts';
import type { Piece, TablePiece } from './piece.ts';
import { whereInTable } from './where.ts';

/** A bullet before the real mark, as programs put it that extract text. */
const bullet = /^[-–•●◆■*·]\s+(?=\S)/;
/** What stands on every page. */
const pageNumber =
  /^[-–—~]?\s*(?:第\s*)?\d{1,4}(?:\s*頁)?\s*(?:[/／,，]?\s*(?:共\s*)?\d{1,4}\s*頁?)?\s*[-–—~]?$|^page\s+\d+(?:\s+of\s+\d+)?$/i;

/** A line of a list of contents: dots that lead to a page. */
const leader = /(?:[.．·・…‥‧]\s?){3,}\s*[\d一二三四五六七八九十]+$/;

/** Blocks as pieces: wrapped lines become paragraphs, page numbers go. */
export function piecesOf(blocks: readonly Block[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let open: { lines: string[]; readonly first: Paragraph; last: Paragraph } | null = null;
  const close = (): void => {
    if (!open) return;
    const text = open.lines.join('').trim();
    const { page, line } = open.first.place;
    const where = { ...(page === undefined ? {} : { page }), ...(line === undefined ? {} : { line }) };
    pieces.push({ kind: 'text', text, mark: parseMark(text), where, group: pieces.length, whole: open.first.whole });
    open = null;
  };
  for (const block of blocks) {
    if (block.kind === 'table') {
      close();
      pieces.push(tablePiece(block));
      continue;
    }
    const printed = block.text.trim();
    if ((!block.whole && pageNumber.test(printed)) || /^[-–—]\s*\d+\s*[-–—]$/.test(printed)) continue;
    const text = printed.replace(bullet, '');
    if (text === '' || leader.test(text)) continue;
    if (open !== null && goesOn(open.last, block) && parseMark(text) === null) {
      const seam = /[A-Za-z0-9]$/.test(open.last.text) && /^[A-Za-z]/.test(text) ? ' ' : '';
      open.lines.push(seam + text);
      open.last = block;
    } else {
      close();
      open = { lines: [text], first: block, last: block };
    }
  }
  close();
  return pieces;
}

const isOpen = (text: string): boolean => /[，,、]$/.test(text);

const goesOn = (before: Paragraph, next: Paragraph): boolean =>
  !before.whole && !next.whole && (before.full === true || isOpen(before.text)) && !isAside(next.text);

function tablePiece(block: Extract<Block, { kind: 'table' }>): TablePiece {
  const { grid } = block;
  return {
    kind: 'table',
    grid,
    where: whereInTable(block, grid.rows[0]?.row ?? 1),
    whereOf: (row, column) => whereInTable(block, row, column),
    alone: block.sheet ?? false,
  };
}
