import CssBaseline from '@mui/material/CssBaseline';
import type { ReactNode } from 'react';
import { AdminContext, CoreAdminUI, type DashboardComponent, type I18nProvider, Notification } from 'react-admin';
import { authProvider, createQueryClient, dataProvider, preferences } from '../data/index.ts';
import { darkTheme, lightTheme } from '../theme.ts';
import { ErrorPage } from './ErrorPage.tsx';
import { Layout } from './Layout.tsx';
import { AccessDenied, NotFound } from './NotFound.tsx';
import { PageSkeleton } from './PageSkeleton.tsx';

const queryClient = createQueryClient();

interface Props {
  readonly i18n: I18nProvider;
  /** The page at `/`. */
  readonly home: DashboardComponent;
  readonly children: ReactNode;
}

/** What react-admin's `Admin` is, without the layout, menu and log-in page of its own that `Admin` would bring along unused. */
export const Shell = ({ i18n, home, children }: Props) => (
  <AdminContext
    authProvider={authProvider}
    dataProvider={dataProvider}
    i18nProvider={i18n}
    queryClient={queryClient}
    store={preferences}
    lightTheme={lightTheme}
    darkTheme={darkTheme}
  >
    <CssBaseline enableColorScheme />
    <CoreAdminUI
      layout={Layout}
      dashboard={home}
      loading={PageSkeleton}
      error={ErrorPage}
      catchAll={NotFound}
      accessDenied={AccessDenied}
      authenticationError={AccessDenied}
      loginPage={false}
      title=""
      disableTelemetry
      requireAuth
    >
      {children}
    </CoreAdminUI>
    <Notification />
  </AdminContext>
);
