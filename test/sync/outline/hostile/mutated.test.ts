import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PlanDocument, planDocument, planReading } from '../../../../sync/model/index.ts';
import { readPlan } from '../../../../sync/outline/index.ts';
import { writePlan } from '../../../../sync/outline/write/index.ts';
import { toTabs } from '../held-out/render.ts';
import { officeTables } from '../unseen/office-tables.ts';
import { printPdf } from '../unseen/print.ts';
import { samplePlan } from '../write/samples.ts';

/** What happens to a file on its way: its end is lost, bytes are changed, left out or sent twice. */
const wounds = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    kind: fc.constantFrom('cut', 'change', 'lose', 'repeat'),
    bytes: fc.uint8Array({ minLength: 1, maxLength: 64 }),
  }),
  { minLength: 1, maxLength: 4 },
);

type Wound = (whole: Uint8Array, at: number, bytes: Uint8Array) => readonly Uint8Array[];
const kinds: Readonly<Record<string, Wound>> = {
  cut: (whole, at) => [whole.subarray(0, at)],
  change: (whole, at, bytes) => [whole.subarray(0, at), bytes, whole.subarray(at + bytes.length)],
  lose: (whole, at, bytes) => [whole.subarray(0, at), whole.subarray(at + bytes.length)],
  repeat: (whole, at, { length }) => [whole.subarray(0, at + length), whole.subarray(at)],
};

const plan = samplePlan as PlanDocument;
const written = (format: 'docx' | 'odt' | 'xlsx' | 'ods') => (): Promise<Uint8Array> => writePlan(plan, format);
const files: Readonly<Record<string, () => Promise<Uint8Array> | Uint8Array>> = {
  '.docx': written('docx'),
  '.odt': written('odt'),
  '.xlsx': written('xlsx'),
  '.ods': written('ods'),
  '.pdf': () => printPdf(officeTables[0]!, 'lines'),
  '.txt': () => toTabs(officeTables[0]!.blocks),
};

describe.each(Object.entries(files))('a %s that was damaged on its way', (format, make) => {
  it('is read, or refused in words', { timeout: 120_000 }, async () => {
    const whole = await make();
    await fc.assert(
      fc.asyncProperty(wounds, async list => {
        const hurt = list.reduce<Uint8Array>(
          (bytes, { at, kind, bytes: other }) =>
            Buffer.concat([...kinds[kind]!(bytes, Math.floor(at * bytes.length), other)]),
          whole,
        );
        const { plan: read, sources, issues } = await readPlan(new Uint8Array(hurt), `計畫${format}`);
        planReading.shape.sources.parse(sources);
        planReading.shape.issues.parse(issues);
        for (const { message } of issues) expect(message).not.toMatch(/\{\w+\}/);
        if (read) planDocument.parse(read);
        else expect(issues.some(({ severity }) => severity === 'error')).toBe(true);
      }),
      { numRuns: format === '.pdf' ? 25 : 60 },
    );
  });
});
