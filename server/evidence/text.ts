import { createReadStream } from 'node:fs';
import { TextDecoder } from 'node:util';

/** What people's text files are written in; a mark at the start tells UTF-16. */
const narrow = ['utf-8', 'big5'] as const;

const isControl = (code: number): boolean =>
  (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0c && code !== 0x0d) || code === 0x7f;

/** Pages and programs are text too, but no evidence: a browser or a shell would run them. */
const active = [/^\s*<[a-z!?/]/i, /<(?:script|svg|html|iframe|object|embed)\b/i, /^#!/, /^\s*MIME-Version:/im];
const inspected = 64 * 1024;

interface Reading {
  readonly decoder: TextDecoder;
  text: string;
}

/** Whether a file is plain text for people: well-formed UTF-8, Big5 or marked UTF-16, no control characters, nothing that runs. */
export async function isPlainText(path: string): Promise<boolean> {
  let readings: readonly Reading[] | null = null;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    readings ??= readingsOf(chunk);
    readings = readings.filter(reading => follows(reading, chunk));
    if (readings.length === 0) return false;
  }
  return (readings ?? []).some(reading => follows(reading) && !active.some(pattern => pattern.test(reading.text)));
}

function readingsOf(start: Buffer): readonly Reading[] {
  const wide = start[0] === 0xff && start[1] === 0xfe;
  return (wide ? ['utf-16le'] : narrow).map(name => ({ decoder: new TextDecoder(name, { fatal: true }), text: '' }));
}

/** Reads on; a reading that meets something impossible is given up. Only the start is kept, whatever the file's size. */
function follows(reading: Reading, chunk?: Buffer): boolean {
  try {
    const text = chunk ? reading.decoder.decode(chunk, { stream: true }) : reading.decoder.decode();
    for (let i = 0; i < text.length; i++) if (isControl(text.charCodeAt(i))) return false;
    if (reading.text.length < inspected) reading.text += text.slice(0, inspected);
    return true;
  } catch {
    return false;
  }
}
