/** What people paste is the whole address of the folder as often as its id. */
export const folderIdOf = (text: string): string => /folders\/([\w-]+)/.exec(text)?.[1] ?? text.trim();
