/** Work that goes on beside requests, shared by several servers: each takes parts of it under a lease, and a dead one's are taken up again. */
export { claim, prolong } from './claim.ts';
export { type Background, createBackground, type Duty } from './duties.ts';
