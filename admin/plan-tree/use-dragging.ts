import { type DragEvent, useState } from 'react';
import type { DropWhere } from './outline/index.ts';

/** What may be dropped where, and what then happens. */
export interface Dropping {
  readonly allowed: (id: string, targetId: string, where: DropWhere) => boolean;
  readonly drop: (id: string, targetId: string, where: DropWhere) => void;
}

interface Over {
  readonly id: string;
  readonly where: DropWhere;
}

const rowAt = (event: DragEvent<HTMLElement>): HTMLElement | null =>
  (event.target as HTMLElement).closest<HTMLElement>('[data-id]');

/** The upper and lower quarter of a row mean before and after it, the middle means inside. */
function whereOn(row: HTMLElement, y: number): DropWhere {
  const { top, height } = row.getBoundingClientRect();
  const at = (y - top) / height;
  return at < 0.28 ? 'before' : at > 0.72 ? 'after' : 'inside';
}

/** Dragging of rows within one tree, handled once for all of them. */
export function useDragging(dropping: Dropping | undefined) {
  const [id, setId] = useState<string | null>(null);
  const [over, setOver] = useState<Over | null>(null);
  const stop = () => {
    setId(null);
    setOver(null);
  };
  const started = (event: DragEvent<HTMLElement>) => {
    const row = rowAt(event);
    if (!row?.dataset.id) return;
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', row.innerText);
    event.dataTransfer.setDragImage(row, 12, 12);
    setId(row.dataset.id);
  };
  const moved = (event: DragEvent<HTMLElement>) => {
    const row = rowAt(event);
    if (id === null || !row?.dataset.id) return;
    const target = { id: row.dataset.id, where: whereOn(row, event.clientY) };
    const fits = dropping?.allowed(id, target.id, target.where) ?? false;
    if (fits) event.preventDefault();
    const next = fits ? target : null;
    if (next?.id !== over?.id || next?.where !== over?.where) setOver(next);
  };
  const dropped = (event: DragEvent<HTMLElement>) => {
    event.preventDefault();
    if (id !== null && over !== null) dropping?.drop(id, over.id, over.where);
    stop();
  };
  return {
    id,
    over,
    handlers: dropping ? { onDragStart: started, onDragOver: moved, onDrop: dropped, onDragEnd: stop } : {},
  };
}
