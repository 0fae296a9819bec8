import type { Bench } from '../measure.ts';
import { readHostile } from './hostile.ts';
import { readPages } from './pages.ts';
import { readSteps } from './steps.ts';

/** Reading plan documents, beside LibreOffice's own conversion of the same file to text, and files made to be trouble. */
export const plans: Bench = {
  name: 'plans',
  run: async () => [...(await readSteps()), ...(await readPages()), ...(await readHostile())],
};
