import { z } from 'zod';

/** Formats that a plan is written in; .pdf needs LibreOffice on the machine that writes it. */
export const planFileFormats = ['docx', 'odt', 'pdf', 'xlsx', 'ods'] as const;
export type PlanFileFormat = (typeof planFileFormats)[number];

export const planFileQuery = z.strictObject({ format: z.enum(planFileFormats) });

/** Which of the formats the server can write now. */
export const planFileOffer = z.strictObject({
  formats: z.array(z.strictObject({ format: z.enum(planFileFormats), available: z.boolean() })),
});
export type PlanFileOffer = z.infer<typeof planFileOffer>;
