/** How much a state asks of the person: colour of the palette, never without its icon and word. */
export type Tone = 'neutral' | 'note' | 'good' | 'watch' | 'bad';

export const toneColor: Readonly<Record<Tone, string>> = {
  neutral: 'text.secondary',
  note: 'info.main',
  good: 'success.main',
  watch: 'warning.main',
  bad: 'error.main',
};
