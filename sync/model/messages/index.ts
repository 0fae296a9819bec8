import type { Locale } from '../user.ts';
import { answerMessages } from './answer.ts';
import { collectionMessages } from './collection.ts';
import { conversionMessages } from './conversion.ts';
import { fieldMessages } from './field.ts';
import { fileMessages } from './file.ts';
import { formMessages } from './form.ts';
import { googleMessages } from './google.ts';
import { names } from './names.ts';
import { outlineMessages } from './outline.ts';
import { packageMessages } from './package.ts';
import { planDiffMessages } from './plan-diff.ts';
import { profileMessages } from './profile.ts';
import { serverMessages } from './server.ts';
import { cellMessages, workbookMessages } from './workbook.ts';

export { names };

/** Every refusal and issue, by code, in both languages. `{name}` stands for a parameter. */
export const messages = {
  ...serverMessages,
  ...fieldMessages,
  ...workbookMessages,
  ...cellMessages,
  ...conversionMessages,
  ...fileMessages,
  ...formMessages,
  ...answerMessages,
  ...outlineMessages,
  ...profileMessages,
  ...planDiffMessages,
  ...googleMessages,
  ...packageMessages,
  ...collectionMessages,
} as const;
export type MessageCode = keyof typeof messages;
export type Params = Readonly<Record<string, string | number>>;

/**
 * The catalogue's text of a code with its placeholders filled; an unknown code is its own text. A parameter may itself hold
 * placeholders of names, such as `{report.state.drafting}`, so that states and fields are called what people call them.
 */
export function say(code: string, locale: Locale, params: Params = {}): string {
  const language = locale === 'en' ? 'en' : 'zh';
  const entry = (messages as Readonly<Record<string, { readonly zh: string; readonly en: string }>>)[code];
  if (!entry) return code;
  return entry[language]
    .replace(/\{(\w+)\}/g, (whole, parameter: string) => String(params[parameter] ?? whole))
    .replace(/\{([\w.]+)\}/g, (whole, path: string) => names[path]?.[language] ?? whole);
}
