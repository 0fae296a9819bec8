import { answerMessages } from './answer.ts';
import { collectionMessages } from './collection.ts';
import { conversionMessages } from './conversion.ts';
import { fieldMessages } from './field.ts';
import { fileMessages } from './file.ts';
import { formMessages } from './form.ts';
import { googleMessages } from './google.ts';
import { names } from './names.ts';
import { outlineMessages } from './outline.ts';
import { outlinePdfMessages } from './outline-pdf.ts';
import { outlineTextMessages } from './outline-text.ts';
import { packageMessages } from './package.ts';
import { planDiffMessages } from './plan-diff.ts';
import { profileMessages } from './profile.ts';
import { sayFrom } from './say.ts';
import { serverMessages } from './server.ts';
import { cellMessages, workbookMessages } from './workbook.ts';

export type { Params } from './say.ts';
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
  ...outlinePdfMessages,
  ...outlineTextMessages,
  ...profileMessages,
  ...planDiffMessages,
  ...googleMessages,
  ...packageMessages,
  ...collectionMessages,
} as const;
export type MessageCode = keyof typeof messages;

/** The catalogue's text of any code with its placeholders filled; an unknown code is its own text. */
export const say = sayFrom(messages);
