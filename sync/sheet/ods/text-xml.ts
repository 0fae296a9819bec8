/** Characters that XML cannot hold, or that no person sees. */
const unseen = /[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/gu;

/** A text as a cell can hold it: one kind of line end, nothing that cannot be written. */
export const writable = (text: string): string => text.replace(/\r\n?/g, '\n').replace(unseen, '').toWellFormed();

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export const quoted = (text: string): string => escaped(text).replaceAll('"', '&quot;');

/** Blanks that would collapse or vanish: those that follow another one, and those at either end of a paragraph. */
const meantBlanks = /^ +| {2,}| $|\t/g;

/**
 * The content of one paragraph (OpenDocument 1.3 part 3, 6.1): blanks that are meant are elements.
 * @param text the prefix of the text namespace with its colon
 */
export const paragraphXml = (line: string, text: string): string =>
  escaped(line).replace(meantBlanks, (blanks, at: number, whole: string) => {
    if (blanks === '\t') return `<${text}tab/>`;
    const alone = at === 0 || at + blanks.length === whole.length;
    const count = alone ? blanks.length : blanks.length - 1;
    return `${alone ? '' : ' '}<${text}s${count > 1 ? ` ${text}c="${count}"` : ''}/>`;
  });
