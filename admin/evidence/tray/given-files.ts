/** Files out of a drop or a paste; what is a folder is told apart, because a browser hands it over as a file that cannot be read. */
export interface GivenFiles {
  readonly files: readonly File[];
  readonly folders: readonly string[];
}

type Item = Pick<DataTransferItem, 'kind' | 'getAsFile' | 'webkitGetAsEntry'>;

export function givenFiles(items: Iterable<Item>): GivenFiles {
  const files: File[] = [];
  const folders: string[] = [];
  for (const item of items) {
    const file = item.kind === 'file' ? item.getAsFile() : null;
    if (!file) continue;
    if (item.webkitGetAsEntry()?.isDirectory) folders.push(file.name);
    else files.push(file);
  }
  return { files, folders };
}

/** What browsers call every picture out of the clipboard. */
const nameless = /^image\.\w+$/;

/** Pasted pictures all have one name; a number tells them apart. @param taken counts up over the life of the page */
export function named(files: readonly File[], word: string, taken: () => number): readonly File[] {
  return files.map(file => {
    if (!nameless.test(file.name)) return file;
    const extension = file.name.split('.').at(-1);
    return new File([file], `${word}${taken()}.${extension}`, { type: file.type });
  });
}
