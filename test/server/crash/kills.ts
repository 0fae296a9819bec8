/**
 * How often a test of this folder kills the server on each engine: as often as `npm test` has time for, or GUANKAO_KILLS
 * times where somebody wants to be surer.
 */
export const killsOr = (usual: number): number => Number(process.env.GUANKAO_KILLS ?? usual);

/** How long so many kills may take on a busy machine. */
export const timeFor = (kills: number): number => 60_000 + kills * 20_000;
