import fc from 'fast-check';
import { strFromU8, strToU8 } from 'fflate';
import { type EndLies, type EntryLies, rawZip } from './raw-zip.ts';
import { type Sample, samples } from './samples.ts';
import { type XmlDamage, xmlDamage } from './xml-damage.ts';

/** A damaged file, and which kind of sound file it was made of. */
export interface Mutant {
  readonly of: string;
  readonly bytes: Uint8Array;
}

const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const sample = fc.constantFrom(...samples);
const packages = fc.constantFrom(...samples.filter(({ parts }) => Object.keys(parts).length > 1));
/** Printed in one line when it is a counterexample; seed and path make it again. */
const mutant = ({ name }: Sample, bytes: Uint8Array): Mutant =>
  Object.defineProperty({ of: name, bytes }, fc.toStringMethod, {
    value: () => `a damaged ${name} of ${bytes.length} bytes`,
  });
const whole = (one: Sample): Uint8Array => one.pack(one.parts);
const indexIn = (length: number, at: number): number => Math.floor(at * length);

const byteEdits = fc.array(fc.tuple(place, fc.nat({ max: 255 })), { minLength: 1, maxLength: 20 });
const edited = (bytes: Uint8Array, edits: readonly (readonly [number, number])[]): Uint8Array => {
  const copy = bytes.slice();
  for (const [at, value] of edits) copy[indexIn(copy.length, at)] = value;
  return copy;
};

/** Any bytes of the file as it stands on the disk. */
const inBytes = fc.tuple(sample, byteEdits).map(([one, edits]) => mutant(one, edited(whole(one), edits)));

/** Cut off, cut out, or one file behind another. */
const inLength = fc
  .tuple(sample, sample, place, place, fc.constantFrom('end', 'middle', 'joined'))
  .map(([one, other, a, b, how]) => {
    const bytes = whole(one);
    const [from, to] = [indexIn(bytes.length, Math.min(a, b)), indexIn(bytes.length, Math.max(a, b))];
    const rest = how === 'joined' ? whole(other) : bytes.subarray(to);
    return mutant(one, how === 'end' ? bytes.subarray(0, to) : new Uint8Array([...bytes.subarray(0, from), ...rest]));
  });

/** Bytes of one part, which thereby may be no UTF-8 any more, in a package that is whole. */
const inPartBytes = fc.tuple(sample, place, byteEdits).map(([one, at, edits]) => {
  const names = Object.keys(one.parts);
  const name = names[indexIn(names.length, at)]!;
  return mutant(one, one.pack({ ...one.parts, [name]: edited(one.parts[name]!, edits) }));
});

const damages = fc.array(fc.tuple(place, xmlDamage), { minLength: 1, maxLength: 4 });
const longest = 3_000_000;
const damaged = (xml: string, damage: XmlDamage): string => {
  const after = damage(xml);
  return after.length > longest ? xml : after;
};

/** Elements, attributes, texts and numbers of the parts. */
const inXml = fc.tuple(sample, damages).map(([one, list]) => {
  const names = Object.keys(one.parts).filter(name => name !== 'mimetype');
  const parts: Record<string, Uint8Array> = { ...one.parts };
  for (const [at, damage] of list) {
    // The part that holds the cells is worth more tries than all the others.
    const name =
      at < 0.6
        ? (names.find(each => /sheet1\.xml$|content\.xml|fods|csv/.test(each)) ?? names[0]!)
        : names[indexIn(names.length, (at - 0.6) / 0.4)]!;
    parts[name] = strToU8(damaged(strFromU8(parts[name]!), damage));
  }
  return mutant(one, one.pack(parts));
});

const wildField = fc.constantFrom(0, 1, 7, 0xffff, 0x10000, 0x7fffffff, 0xfffffffe, 0xffffffff);
const lies: fc.Arbitrary<EntryLies> = fc.record(
  {
    method: fc.constantFrom(0, 1, 8, 9, 12, 99, 0xffff),
    flags: fc.constantFrom(0, 1, 8, 0x800, 0x2041, 0xffff),
    crc: wildField,
    packed: wildField,
    size: wildField,
    offset: wildField,
    name: fc.constantFrom(
      '',
      '/',
      '..',
      '../x',
      'xl\\workbook.xml',
      'XL/WORKBOOK.XML',
      'mimetype',
      'content.xml',
      '\u0000',
      'x'.repeat(3_000),
    ),
    localName: fc.constantFrom('', 'other.xml', 'y'.repeat(3_000)),
    extra: fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc.constant(Uint8Array.from([1, 0, 24, 0, ...Array(24).fill(255)])),
    ),
    content: fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.constant(new Uint8Array(0))),
  },
  { requiredKeys: [] },
);
const endLies: fc.Arbitrary<EndLies> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.record({ count: wildField, size: wildField, offset: wildField }, { requiredKeys: [] }) },
);

/** Entries dropped, doubled, swapped and lying about themselves. */
const inPackage = fc
  .tuple(
    packages,
    fc.array(fc.tuple(fc.constantFrom('drop', 'double', 'swap', 'lie', 'bomb'), place, place, lies), {
      minLength: 1,
      maxLength: 4,
    }),
    endLies,
  )
  .map(([one, changes, end]) => {
    let entries: (readonly [string, Uint8Array, EntryLies])[] = Object.entries(one.parts).map(([name, it]) => [
      name,
      it,
      {},
    ]);
    for (const [how, a, b, told] of changes) {
      if (entries.length === 0) break;
      const [i, j] = [indexIn(entries.length, a), indexIn(entries.length, b)];
      const [first, second] = [entries[i]!, entries[j]!];
      const changed: Readonly<Record<typeof how, () => typeof entries>> = {
        drop: () => entries.filter((_, at) => at !== i),
        double: () => entries.toSpliced(j, 0, [first[0], second[1], first[2]]),
        swap: () => entries.with(i, [first[0], second[1], first[2]]).with(j, [second[0], first[1], second[2]]),
        lie: () => entries.with(i, [first[0], first[1], { ...first[2], ...told }]),
        bomb: () => entries.with(i, [first[0], new Uint8Array(30_000_000), {}]),
      };
      entries = changed[how]();
    }
    return mutant(one, rawZip(entries, end));
  });

/** Ways to damage a file, by name. */
export const mutants = {
  bytes: inBytes,
  length: inLength,
  'bytes of a part': inPartBytes,
  XML: inXml,
  package: inPackage,
};

/** Any damage; most of it in the XML, where most of the rules are. */
export const anyMutant: fc.Arbitrary<Mutant> = fc.oneof(
  { weight: 2, arbitrary: mutants.bytes },
  { weight: 1, arbitrary: mutants.length },
  { weight: 2, arbitrary: mutants['bytes of a part'] },
  { weight: 9, arbitrary: mutants.XML },
  { weight: 3, arbitrary: mutants.package },
);
