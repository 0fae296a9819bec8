import { agencyInTitle } from '../../outline/preamble.ts';

/** The agency that a title begins with, such as 高雄市某區公所114年度…; null when it begins with none. */
export const agencyIn = (title: string): string | null => agencyInTitle(title.replace(/\s+/g, ' ').trim());
