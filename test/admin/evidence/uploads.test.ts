import { describe, expect, test, vi } from 'vitest';
import { createUploads, type UploadOutcome } from '../../../admin/evidence/tray/uploads.ts';

const file = (name: string): File => new File(['x'], name);

interface Sent {
  readonly name: string;
  readonly signal: AbortSignal;
  readonly progress: (share: number) => void;
  readonly end: (outcome: UploadOutcome) => void;
}

/** A line on which every file waits until the test says how it ends. */
function line() {
  const sent: Sent[] = [];
  const onStored = vi.fn();
  const uploads = createUploads({
    onStored,
    send: ({ name }, signal, progress) =>
      new Promise(end => {
        signal.addEventListener('abort', () => end({ kind: 'cancelled' }));
        sent.push({ name, signal, progress, end });
      }),
  });
  return { sent, onStored, uploads };
}

const settle = () => new Promise(resolve => setTimeout(resolve));
const shown = (uploads: ReturnType<typeof line>['uploads']) => uploads.get().map(one => [one.file.name, one.state]);

test('two files go at once, the next when one is through', async () => {
  const { sent, uploads, onStored } = line();
  uploads.add(['a', 'b', 'c'].map(file));
  expect(shown(uploads)).toEqual([
    ['a', 'sending'],
    ['b', 'sending'],
    ['c', 'waiting'],
  ]);
  sent[0]!.end({ kind: 'stored' });
  await settle();
  expect(shown(uploads)).toEqual([
    ['b', 'sending'],
    ['c', 'sending'],
  ]);
  expect(onStored).toHaveBeenCalledOnce();
});

test('each file has its own progress', () => {
  const { sent, uploads } = line();
  uploads.add(['a', 'b'].map(file));
  sent[1]!.progress(0.4);
  expect(uploads.get().map(one => one.progress)).toEqual([0, 0.4]);
});

test('a refused file stays with its reason until it is retried or taken off', async () => {
  const { sent, uploads } = line();
  uploads.add([file('a')]);
  sent[0]!.end({ kind: 'refused', reason: '不接受這種檔案' });
  await settle();
  expect(uploads.get()).toMatchObject([{ state: 'refused', reason: '不接受這種檔案' }]);
  uploads.retry(uploads.get()[0]!.key);
  expect(shown(uploads)).toEqual([['a', 'sending']]);
  sent[1]!.end({ kind: 'refused', reason: '不接受這種檔案' });
  await settle();
  uploads.cancel(uploads.get()[0]!.key);
  expect(uploads.get()).toEqual([]);
});

describe('cancelling', () => {
  test('stops a file under way and lets the next one go', async () => {
    const { sent, uploads } = line();
    uploads.add(['a', 'b', 'c'].map(file));
    uploads.cancel(uploads.get()[0]!.key);
    await settle();
    expect(sent[0]!.signal.aborted).toBe(true);
    expect(shown(uploads)).toEqual([
      ['b', 'sending'],
      ['c', 'sending'],
    ]);
  });

  test('takes a waiting file off the list before it is sent', () => {
    const { sent, uploads } = line();
    uploads.add(['a', 'b', 'c'].map(file));
    uploads.cancel(uploads.get()[2]!.key);
    expect(sent.map(one => one.name)).toEqual(['a', 'b']);
  });
});

test('what failed for want of a network goes again when it is back, what was refused does not', async () => {
  const { sent, uploads } = line();
  uploads.add(['a', 'b'].map(file));
  sent[0]!.end({ kind: 'offline', reason: 'shell.error.network' });
  sent[1]!.end({ kind: 'refused', reason: '太大' });
  await settle();
  uploads.retryOffline();
  expect(shown(uploads)).toEqual([
    ['a', 'sending'],
    ['b', 'refused'],
  ]);
});
