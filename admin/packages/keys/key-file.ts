import { z } from 'zod';
import { fingerprint } from '../../../sync/model/index.ts';

/** What the console reads of a key file; whether its fingerprint is that of its key, the server tells. */
const shape = z.object({ agency: z.object({ name: z.string().min(1) }), publicKey: z.string().min(1), fingerprint });

export interface GivenKey {
  readonly name: string;
  readonly fingerprint: string;
  /** The file as it is. */
  readonly text: string;
}

/** The key of a file that was chosen; null when it is no key file. */
export function givenKey(text: string): GivenKey | null {
  try {
    const { agency, fingerprint: mark } = shape.parse(JSON.parse(text));
    return { name: agency.name, fingerprint: mark, text };
  } catch {
    return null;
  }
}
