import { collect } from '../collect/index.ts';
import type { Command } from '../command.ts';
import { packageCommands } from '../package/index.ts';
import { planCommands } from '../plan/index.ts';
import { sheetsCommands } from '../sheets/index.ts';
import { diff } from './diff.ts';
import { fill } from './fill.ts';
import { match } from './match.ts';
import { merge } from './merge.ts';
import { profile } from './profile.ts';
import { read } from './read.ts';

/** Every command of `guankao`. */
export const commands: readonly Command[] = [
  profile,
  read,
  fill,
  match,
  merge,
  diff,
  collect,
  ...planCommands,
  ...packageCommands,
  ...sheetsCommands,
];
