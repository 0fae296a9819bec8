import type { Command } from '../command.ts';
import { planDiff } from './diff.ts';
import { planRead } from './read.ts';
import { planWrite } from './write.ts';

/** What is done with whole plans. */
export const planCommands: readonly Command[] = [planRead, planWrite, planDiff];
