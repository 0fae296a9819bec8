/** Extensions that fit a media type, the usual one first. */
const extensions: Readonly<Record<string, readonly [string, ...string[]]>> = {
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/gif': ['gif'],
  'image/heic': ['heic', 'heif'],
  'application/pdf': ['pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  'application/vnd.oasis.opendocument.presentation': ['odp'],
  'video/mp4': ['mp4', 'm4v'],
  'text/plain': ['txt', 'csv', 'tsv', 'md', 'log'],
};

const longest = 255;

/** Controls, and the marks that turn the reading direction: `fdp.exe` can be made to look like `exe.pdf`. */
const deceptive = /[\p{Cc}\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;
const reserved = /[<>:"|?*]/g;
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/** A name that means the same to every reader and to every file system: no path, no control, no reversed text. */
export function plainName(given: string): string {
  const name = given
    .replace(deceptive, '')
    .normalize('NFC')
    .split(/[\\/]/)
    .at(-1)!
    .replace(reserved, '_')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  return name.replace(devices, '_$&') || 'file';
}

/**
 * The name a file is kept and handed out under. Its extension always fits its content, so that opening it starts the
 * program for what it is and never for what it was called.
 */
export function fileName(given: string, mediaType: string): string {
  const name = plainName(given);
  const fitting = extensions[mediaType] ?? ['bin'];
  const dot = name.lastIndexOf('.');
  const own = dot > 0 && fitting.includes(name.slice(dot + 1).toLowerCase());
  const stem = own ? name.slice(0, dot) : name;
  const ending = own ? name.slice(dot) : `.${fitting[0]}`;
  return cut(stem, longest - ending.length) + ending;
}

/** The title of a link, which has no content to fit. */
export const linkName = (given: string): string => cut(given.replace(deceptive, '').normalize('NFC').trim(), longest);

/** Never in the middle of a character. */
function cut(text: string, units: number): string {
  const end = text.codePointAt(units - 1)! > 0xffff ? units - 1 : units;
  return text.length <= units ? text : text.slice(0, end).trimEnd();
}
