import { agencyInTitle, isAgency } from '../../outline/preamble.ts';

/** The agency that a line is, or that a title begins with, such as 高雄市某區公所114年度…; null when there is none. */
export function agencyIn(line: string): string | null {
  const text = line.replace(/\s+/g, ' ').trim();
  return isAgency(text) ? text : agencyInTitle(text);
}
