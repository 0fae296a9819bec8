import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/** What is answered for one address, made once and answered many times. */
export interface Rendering {
  readonly body: Buffer;
  /** Null for what is compressed already. */
  readonly gzipped: Buffer | null;
  /** Weak, since the same content goes out in two encodings. */
  readonly etag: string;
}

export interface Renderings {
  /**
   * The rendering under a key, made where there is none yet; however many ask at once, it is made once. The key must name
   * everything that the content depends on.
   */
  of(key: string, make: () => Promise<Uint8Array | string>, packed?: boolean): Promise<Rendering>;
  /** The rendering of a page that is cheap to make anew each time; only compressing it is spared. */
  ofPage(page: string): Promise<Rendering>;
}

const compress = promisify(gzip);
const sizeOf = ({ body, gzipped }: Rendering): number => body.length + (gzipped?.length ?? 0);

const digestOf = (content: Buffer | string): string =>
  createHash('sha256').update(content).digest('base64url').slice(0, 22);

async function render(made: Uint8Array | string, packed: boolean): Promise<Rendering> {
  const body = Buffer.from(made);
  return { body, gzipped: packed ? null : await compress(body), etag: `W/"${digestOf(body)}"` };
}

/** @param mostBytes what is kept at most; what was asked for longest ago goes first, and the last one always stays */
export function createRenderings(mostBytes: number): Renderings {
  const kept = new Map<string, Rendering>();
  const underway = new Map<string, Promise<Rendering>>();
  let size = 0;

  const keep = (key: string, rendering: Rendering): void => {
    kept.set(key, rendering);
    size += sizeOf(rendering);
    for (const [oldest, old] of kept) {
      if (size <= mostBytes || oldest === key) break;
      kept.delete(oldest);
      size -= sizeOf(old);
    }
  };

  const renderings: Renderings = {
    ofPage: page => renderings.of(digestOf(page), async () => page),
    async of(key, make, packed = false) {
      const known = kept.get(key);
      if (known) {
        // A map remembers the order in which it was filled: what was just asked for goes to the end.
        kept.delete(key);
        kept.set(key, known);
        return known;
      }
      const waiting = underway.get(key);
      if (waiting) return waiting;
      const rendering = make().then(made => render(made, packed));
      underway.set(key, rendering);
      try {
        const done = await rendering;
        keep(key, done);
        return done;
      } finally {
        underway.delete(key);
      }
    },
  };
  return renderings;
}
