/** Finds the form in anybody's workbook: whose it is, what each row asks, and where the answers go. */
export { type Choice, choicesIn, isUsual, openMarks, tickedMarks, usualChoices } from './choices.ts';
export { correctProfile, profileForm } from './correct.ts';
export { learn, type OlderTemplate } from './learn.ts';
export { parsePeriod } from './period.ts';
export { similarity } from './similarity.ts';
