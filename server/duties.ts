import type { Duty } from './background/index.ts';
import type { Context } from './context.ts';
import type { Log } from './reading/run.ts';

/** Everything that goes on beside requests. */
export const dutiesOf = (_context: Context, _log: Log): readonly Duty[] => [];
