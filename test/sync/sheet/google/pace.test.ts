import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  backOff,
  faultOf,
  GoogleFault,
  type Pace,
  patiently,
  tokenBucket,
} from '../../../../sync/sheet/google/index.ts';

/** Time that passes only where somebody waits. */
function clock(): Pace & { readonly waits: number[]; advance(ms: number): void } {
  let time = 0;
  const waits: number[] = [];
  return {
    waits,
    now: () => time,
    random: () => 1,
    sleep: async ms => {
      waits.push(ms);
    },
    advance: ms => {
      time += ms;
    },
  };
}

describe('the quota', () => {
  it('is never gone over in any minute, whenever requests come', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(60, 300),
        fc.array(fc.integer({ min: 0, max: 2000 }), { minLength: 1, maxLength: 400 }),
        async (perMinute, gaps) => {
          const pace = clock();
          const take = tokenBucket(perMinute, pace);
          const sent: number[] = [];
          for (const gap of gaps) {
            pace.advance(gap);
            const waited = pace.waits.length;
            await take();
            sent.push(pace.now() + (pace.waits[waited] ?? 0));
          }
          for (const [i, at] of sent.entries())
            expect(sent.slice(i).filter(each => each < at + 60_000).length).toBeLessThanOrEqual(perMinute);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('lets the first ones through at once', async () => {
    const pace = clock();
    const take = tokenBucket(60, pace);
    for (let i = 0; i < 30; i++) await take();
    expect(pace.waits).toEqual([]);
    await take();
    expect(pace.waits).toEqual([2000]);
  });
});

describe('trying again', () => {
  const refused = (retryAfter: number | null = null) => new GoogleFault('refused', 'google_busy', 429, '', retryAfter);
  const unclear = new GoogleFault('unclear', 'google_unreachable', 503, '');
  const final = new GoogleFault('final', 'google_storage', 403, '');
  const failing = async (fault: unknown, times: number, again: 'always' | 'refused') => {
    const pace = clock();
    let tried = 0;
    const work = async () => {
      if (++tried <= times) throw fault;
      return 'done';
    };
    const answer = await patiently(work, { again, attempts: 6, pace }).catch(faultOf);
    return { answer, tried, waits: pace.waits };
  };

  it('waits longer each time, over the whole of it by chance, and never beyond a minute or so', () => {
    for (let attempt = 0; attempt < 12; attempt++) {
      expect(backOff(attempt, () => 1)).toBe(Math.min(64_000, 1000 * 2 ** attempt));
      expect(backOff(attempt, () => 0)).toBe(0);
    }
  });

  it('repeats what was refused, as long as Google asks to wait', async () => {
    expect(await failing(refused(), 2, 'refused')).toMatchObject({ answer: 'done', tried: 3, waits: [1000, 2000] });
    expect((await failing(refused(90_000), 1, 'refused')).waits).toEqual([90_000]);
  });

  it('repeats what is unclear only where doing it twice is as good as once', async () => {
    expect(await failing(unclear, 2, 'always')).toMatchObject({ answer: 'done', tried: 3 });
    expect(await failing(unclear, 2, 'refused')).toMatchObject({ answer: unclear, tried: 1, waits: [] });
  });

  it('never repeats what is final, and gives up in the end', async () => {
    expect(await failing(final, 1, 'always')).toMatchObject({ answer: final, tried: 1 });
    expect(await failing(refused(), 100, 'refused')).toMatchObject({ tried: 6 });
  });
});
