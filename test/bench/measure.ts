/** One line of the result: what was done, by whom, how fast. Times are in milliseconds. */
export interface Measure {
  readonly what: string;
  readonly who: string;
  readonly perSecond?: number;
  readonly p50?: number;
  readonly p99?: number;
  /** The most memory that its process held, in MB. */
  readonly peakMb?: number;
  readonly note?: string;
}

export interface Bench {
  readonly name: string;
  readonly run: () => Promise<readonly Measure[]>;
}

/** The time below which that share of all times stays. */
export function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** Runs `work` once to warm up and then `times` times, one after the other. */
export async function repeat(
  times: number,
  work: () => unknown,
): Promise<Required<Pick<Measure, 'perSecond' | 'p50' | 'p99'>>> {
  await work();
  const taken: number[] = [];
  for (let n = 0; n < times; n++) {
    const began = performance.now();
    await work();
    taken.push(performance.now() - began);
  }
  const total = taken.reduce((sum, time) => sum + time, 0);
  return { perSecond: (times / total) * 1000, p50: percentile(taken, 0.5), p99: percentile(taken, 0.99) };
}

const rounded = (value: number | undefined): string =>
  value === undefined ? '' : value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);

/** The measures as one Markdown table. */
export function tableOf(measures: readonly Measure[]): string {
  const head = ['what', 'who', 'per second', 'p50 ms', 'p99 ms', 'peak MB', 'note'];
  const rows = measures.map(({ what, who, perSecond, p50, p99, peakMb, note }) => [
    what,
    who,
    rounded(perSecond),
    rounded(p50),
    rounded(p99),
    rounded(peakMb),
    note ?? '',
  ]);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), '|---|---|--:|--:|--:|--:|---|', ...rows.map(line)].join('\n');
}
