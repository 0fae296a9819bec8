import { useEffect, useRef } from 'react';
import { isBusyElsewhere } from '../../review/keys.ts';

/** What a key does while answers are reviewed. */
export const keys = {
  j: 'next',
  k: 'previous',
  '1': 'firstScore',
  '2': 'secondScore',
  r: 'returnReason',
  e: 'correct',
  f: 'finding',
  '[': 'previousAgency',
  ']': 'nextAgency',
} as const;
export type Act = (typeof keys)[keyof typeof keys];

const isKey = (key: string): key is keyof typeof keys => Object.hasOwn(keys, key);

export const actOf = (key: string): Act | null => (isKey(key) ? keys[key] : null);

/** Listens for the keys of the review; in a box Escape gives them back. */
export function useReviewKeys(acts: Readonly<Record<Act, () => void>>): void {
  const present = useRef(acts);
  present.current = acts;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
      const target = event.target;
      if (event.key === 'Escape' && target instanceof HTMLElement && target.dataset.box !== undefined) {
        target.closest<HTMLElement>('[data-answer]')?.focus();
        return;
      }
      const act = actOf(event.key.toLowerCase());
      if (act === null || isBusyElsewhere(target)) return;
      event.preventDefault();
      present.current[act]();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
