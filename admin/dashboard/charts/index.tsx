import Skeleton from '@mui/material/Skeleton';
import { type ComponentProps, lazy, Suspense } from 'react';

/** The charting library is the heaviest thing on the page and the least needed for reading it: it comes last. */
const load = () => import('./Charts.tsx');
const LazyCompletion = lazy(() => load().then(({ CompletionRing }) => ({ default: CompletionRing })));
const LazyLights = lazy(() => load().then(({ LightsRing }) => ({ default: LightsRing })));

const Waiting = () => <Skeleton variant="circular" width={150} height={150} />;

export const CompletionRing = (props: ComponentProps<typeof LazyCompletion>) => (
  <Suspense fallback={<Waiting />}>
    <LazyCompletion {...props} />
  </Suspense>
);

export const LightsRing = (props: ComponentProps<typeof LazyLights>) => (
  <Suspense fallback={<Waiting />}>
    <LazyLights {...props} />
  </Suspense>
);
