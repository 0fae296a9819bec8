/** What a key does in a queue of reports. */
export type Act = 'next' | 'previous' | 'approve' | 'return' | 'select' | 'open';

export const keys: readonly { readonly key: string; readonly act: Act }[] = [
  { key: 'j', act: 'next' },
  { key: 'k', act: 'previous' },
  { key: 'a', act: 'approve' },
  { key: 'r', act: 'return' },
  { key: 'x', act: 'select' },
  { key: 'o', act: 'open' },
];

type Pressed = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'isComposing' | 'defaultPrevented'>;

/** The act of a key, or null: with a modifier, while a Chinese word is being composed, or when the key is not ours. */
export function actOf(pressed: Pressed): Act | null {
  if (pressed.altKey || pressed.ctrlKey || pressed.metaKey || pressed.isComposing || pressed.defaultPrevented)
    return null;
  return keys.find(({ key }) => key === pressed.key.toLowerCase())?.act ?? null;
}

const written =
  'input:not([type="checkbox"]):not([type="radio"]), textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"], [role="listbox"], [role="combobox"]';

/** Whether somebody is typing, or something stands over the page. */
export const isBusyElsewhere = (target: EventTarget | null): boolean =>
  (target instanceof Element && target.closest(written) !== null) ||
  document.querySelector('[role="dialog"], [role="menu"]:not([hidden])') !== null;
