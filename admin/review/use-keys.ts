import { useEffect, useRef } from 'react';
import { type Act, actOf, isBusyElsewhere } from './keys.ts';

/** Listens for the keys of a queue while they are switched on. */
export function useKeys(enabled: boolean, acts: Readonly<Record<Act, () => void>>): void {
  const present = useRef(acts);
  present.current = acts;
  useEffect(() => {
    if (!enabled) return;
    const press = (event: KeyboardEvent) => {
      const act = actOf(event);
      if (act === null || isBusyElsewhere(event.target)) return;
      event.preventDefault();
      present.current[act]();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [enabled]);
}
