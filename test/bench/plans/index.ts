import type { Bench } from '../measure.ts';
import { readPages } from './pages.ts';
import { readSteps } from './steps.ts';

/** Reading plan documents, beside LibreOffice's own conversion of the same file to text. */
export const plans: Bench = {
  name: 'plans',
  run: async () => [...(await readSteps()), ...(await readPages())],
};
