import { collect } from '../collect/index.ts';
import type { Command } from '../command.ts';
import { diff } from './diff.ts';
import { fill } from './fill.ts';
import { match } from './match.ts';
import { merge } from './merge.ts';
import { profile } from './profile.ts';
import { read } from './read.ts';

/** What is done with forms, one by one or many at once. */
export const formCommands: readonly Command[] = [profile, read, fill, match, merge, diff, collect];
