import type { Command } from '../command.ts';
import { inspect } from './inspect.ts';

/** What is done with packages outside of a server. */
export const packageCommands: readonly Command[] = [inspect];
