import type { Actor } from '../access/actor.ts';
import { scopeOf } from '../access/rules.ts';

/** Whether workbooks that this person takes away go on to whoever fills them in: who only looks on, as auditors do, changes nothing by it. */
export const handsOut = ({ role }: Pick<Actor, 'role'>): boolean => scopeOf(role, 'recipients', 'return') !== 'none';
