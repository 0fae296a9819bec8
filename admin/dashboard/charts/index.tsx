import Skeleton from '@mui/material/Skeleton';
import { type ComponentProps, lazy, Suspense } from 'react';

export { LightsRing } from './LightsRing.tsx';

/** The charting library is the heaviest thing on the page and the least needed for reading it: it comes last. */
const LazyCompletion = lazy(() =>
  import('./CompletionRing.tsx').then(({ CompletionRing }) => ({ default: CompletionRing })),
);

export const CompletionRing = (props: ComponentProps<typeof LazyCompletion>) => (
  <Suspense fallback={<Skeleton variant="circular" width={150} height={150} />}>
    <LazyCompletion {...props} />
  </Suspense>
);
