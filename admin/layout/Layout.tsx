import Box from '@mui/material/Box';
import { type ReactNode, Suspense } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { PageLanguage } from '../account/Frame.tsx';
import { ReLogIn } from '../account/ReLogIn.tsx';
import { ErrorPage } from './ErrorPage.tsx';
import { Menu } from './Menu.tsx';
import { PageHeading } from './PageHeading.tsx';
import { PageSkeleton } from './PageSkeleton.tsx';
import { PhoneNav } from './PhoneNav.tsx';
import { SkipLink } from './SkipLink.tsx';
import { TopBar } from './TopBar.tsx';

const barHeight = 56;

/** Letterhead on top, menu at the left (at the bottom on a phone), the page in the middle. */
export const Layout = ({ children }: { readonly children: ReactNode }) => (
  <Box sx={{ minHeight: '100dvh', display: 'flex', flexDirection: 'column', bgcolor: 'background.default' }}>
    <PageLanguage />
    <SkipLink />
    <TopBar />
    <Box sx={{ display: 'flex', flex: 1 }}>
      <Box
        className="no-print"
        sx={{
          display: { xs: 'none', md: 'block' },
          width: 224,
          flex: 'none',
          position: 'sticky',
          top: barHeight,
          alignSelf: 'flex-start',
          maxHeight: `calc(100dvh - ${barHeight}px)`,
          overflowY: 'auto',
        }}
      >
        <Menu />
      </Box>
      <Box
        component="main"
        id="content"
        tabIndex={-1}
        sx={{
          flex: 1,
          minWidth: 0,
          px: { xs: 1.5, sm: 2.5, md: 3 },
          pt: 2.5,
          pb: { xs: 17, md: 6 },
          outline: 'none',
        }}
      >
        <PageHeading />
        <ErrorBoundary FallbackComponent={ErrorPage}>
          <Suspense fallback={<PageSkeleton />}>{children}</Suspense>
        </ErrorBoundary>
      </Box>
    </Box>
    <PhoneNav />
    <ReLogIn />
  </Box>
);
