import { expect, test } from 'vitest';
import { givenFiles, named } from '../../../admin/evidence/tray/given-files.ts';

const item = (name: string, isDirectory = false) => ({
  kind: 'file',
  getAsFile: () => new File(['x'], name),
  webkitGetAsEntry: () => ({ isDirectory }) as FileSystemEntry,
});
const text = { kind: 'string', getAsFile: () => null, webkitGetAsEntry: () => null };

test('files are taken, folders are named, text is left alone', () => {
  const { files, folders } = givenFiles([item('照片.jpg'), text, item('全部照片', true), item('紀錄.pdf')]);
  expect(files.map(({ name }) => name)).toEqual(['照片.jpg', '紀錄.pdf']);
  expect(folders).toEqual(['全部照片']);
});

test('pictures out of the clipboard get names that tell them apart; others keep theirs', () => {
  let count = 0;
  const files = [new File(['x'], 'image.png'), new File(['x'], '現場.jpg'), new File(['x'], 'image.png')];
  expect(named(files, '貼上的圖片', () => ++count).map(({ name }) => name)).toEqual([
    '貼上的圖片1.png',
    '現場.jpg',
    '貼上的圖片2.png',
  ]);
});
