import type { Part } from './parts.ts';

/** Patterns that tell parts apart where colours do not. */
const patterns = {
  plain: () => 'none',
  rising: (ink: string) => `repeating-linear-gradient(135deg, ${ink} 0 1px, transparent 1px 7px)`,
  falling: (ink: string) => `repeating-linear-gradient(45deg, ${ink} 0 1px, transparent 1px 7px)`,
  upright: (ink: string) => `repeating-linear-gradient(90deg, ${ink} 0 1px, transparent 1px 7px)`,
  level: (ink: string) => `repeating-linear-gradient(0deg, ${ink} 0 1px, transparent 1px 7px)`,
  crossed: (ink: string) =>
    `repeating-linear-gradient(45deg, ${ink} 0 1px, transparent 1px 9px), repeating-linear-gradient(135deg, ${ink} 0 1px, transparent 1px 9px)`,
  dots: (ink: string) => `radial-gradient(${ink} 1px, transparent 1.4px)`,
} as const;
export type Pattern = keyof typeof patterns;

interface Look {
  /** Degrees on the colour wheel; null is grey. */
  readonly hue: number | null;
  readonly pattern: Pattern;
}

const look = (hue: number | null, pattern: Pattern = 'plain'): Look => ({ hue, pattern });

/** The question is cool, the answer warm, what stands for the sheet pink, everything else grey. */
export const partLooks: Readonly<Record<Part, Look>> = {
  number: look(215, 'upright'),
  item: look(262, 'rising'),
  keyPoint: look(235, 'dots'),
  step: look(203),
  units: look(174, 'upright'),
  checkMonths: look(188, 'level'),
  finding: look(280, 'falling'),
  plannedDate: look(225, 'level'),
  tick: look(28, 'rising'),
  result: look(28),
  narrative: look(48),
  evidence: look(92, 'falling'),
  selfScore: look(132, 'level'),
  firstScore: look(132, 'dots'),
  secondScore: look(132, 'upright'),
  remarks: look(66, 'dots'),
  action: look(12, 'dots'),
  actualDate: look(0, 'level'),
  agencyCell: look(322),
  periodCell: look(322, 'rising'),
  dateCell: look(322, 'dots'),
  header: look(null),
  signOff: look(null, 'falling'),
  note: look(null, 'dots'),
  total: look(null, 'level'),
  section: look(null, 'upright'),
  repeatedHeader: look(null, 'rising'),
  spare: look(null, 'crossed'),
};

interface Drawn {
  readonly backgroundColor: string;
  readonly backgroundImage: string;
  readonly backgroundSize: string;
}

/** How a part is drawn: a tint under the text and a faint pattern, both weak enough that the text stays at 4.5:1. */
export function drawn(part: Part, mode: 'light' | 'dark'): Drawn {
  const { hue, pattern } = partLooks[part];
  const colour = (saturation: number, lightness: number, alpha: number) =>
    `hsl(${hue ?? 0} ${hue === null ? 0 : saturation}% ${lightness}% / ${alpha})`;
  const tint = mode === 'light' ? colour(62, 46, 0.14) : colour(50, 62, 0.17);
  const ink = mode === 'light' ? colour(55, 35, 0.2) : colour(45, 75, 0.17);
  return {
    backgroundColor: tint,
    backgroundImage: patterns[pattern](ink),
    backgroundSize: pattern === 'dots' ? '7px 7px' : 'auto',
  };
}
