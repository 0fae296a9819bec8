import type { Command } from '../command.ts';

/** Every command of `guankao`. */
export const commands: readonly Command[] = [];
