import { use } from 'react';
import { CustomRoutes, type I18nProvider, Resource } from 'react-admin';
import { Route } from 'react-router-dom';
import type { User } from '../sync/model/index.ts';
import { PasswordPage, SessionsPage } from './account/index.ts';
import { agencies } from './agencies/index.ts';
import { BulkPage } from './assignments/bulk/index.ts';
import { assignments } from './assignments/index.ts';
import { CarryPage } from './carry-forward/index.ts';
import { collectionFiles, collections } from './collections/index.ts';
import { CrosswalkPage } from './crosswalk/index.ts';
import { useSession } from './data/index.ts';
import { events } from './events/index.ts';
import { evidence } from './evidence/index.ts';
import { exchanges } from './exchanges/index.ts';
import { findings } from './findings/index.ts';
import { forms } from './forms/index.ts';
import { Home } from './home/index.ts';
import { Shell } from './layout/index.ts';
import { KeysPage, packages } from './packages/index.ts';
import { ComparePage } from './plan-diff/index.ts';
import { PlanImportPage } from './plan-import/index.ts';
import { plans } from './plans/index.ts';
import { recipients } from './recipients/index.ts';
import { reports } from './reports/index.ts';
import { ReviewPage } from './review/index.ts';
import { rounds } from './rounds/index.ts';
import { SettingsPage } from './settings/index.ts';
import { AccountsPage, GrantedPage, sheets } from './sheets/index.ts';
import { SkeletonPage } from './skeleton/index.ts';
import { templates } from './templates/index.ts';
import { units } from './units/index.ts';
import { users } from './users/index.ts';
import { i18nFor } from './words/i18n.ts';

const providers = new Map<string, Promise<I18nProvider>>();

/** Rendering asks more than once; a person's words are fetched once. */
function i18nOnce(user: User): Promise<I18nProvider> {
  const key = `${user.id} ${user.role}`;
  const known = providers.get(key);
  if (known) return known;
  const asked = i18nFor(user);
  providers.set(key, asked);
  asked.catch(() => providers.delete(key));
  return asked;
}

/*
 * The console's table of contents. To add a resource `rounds`:
 *   1. admin/rounds/index.ts exports `{ list, show, edit, create, icon?, recordRepresentation? }`, each page by
 *      `lazy(() => import('./RoundList.tsx'))` so that it loads with its route (the page is the file's default export);
 *   2. admin/words/rounds.ts holds its texts, `words({ resources: { rounds: { name, empty, fields } } }, { ...English })`,
 *      and gets one line in words/catalogue.ts; the compiler asks for every English key;
 *   3. one `<Resource>` line below, and one entry in layout/menu-entries.ts; who sees it is a line in data/rights.ts;
 *   4. pages are made of ListPage, ShowPage, EditPage and CreatePage (pages/), fields and inputs of fields/, History (events/),
 *      callVerb and useVerb (data/) for verbs that are no CRUD.
 * A page that belongs to no resource is a `<Route>` among the CustomRoutes; a role's home is a line in home/homes.ts.
 */
export const App = () => {
  const { user } = useSession();
  const i18n = use(i18nOnce(user));
  return (
    <Shell i18n={i18n} home={Home}>
      <Resource name="reports" {...reports} />
      <Resource name="evidence" {...evidence} />
      <Resource name="plans" {...plans} />
      <Resource name="assignments" {...assignments} />
      <Resource name="rounds" {...rounds} />
      <Resource name="templates" {...templates} />
      <Resource name="forms" {...forms} />
      <Resource name="exchanges" {...exchanges} />
      <Resource name="sheets" {...sheets} />
      <Resource name="packages" {...packages} />
      <Resource name="collections" {...collections} />
      <Resource name="collectionFiles" {...collectionFiles} />
      <Resource name="recipients" {...recipients} />
      <Resource name="findings" {...findings} />
      <Resource name="units" {...units} />
      <Resource name="users" {...users} />
      <Resource name="agencies" {...agencies} />
      <Resource name="events" {...events} />
      <CustomRoutes>
        <Route path="/packages/keys" element={<KeysPage />} />
        <Route path="/sheetAccounts" element={<AccountsPage />} />
        <Route path="/sheetAccounts/granted" element={<GrantedPage />} />
        <Route path="/review" element={<ReviewPage />} />
        <Route path="/plans/import" element={<PlanImportPage />} />
        <Route path="/plans/skeleton" element={<SkeletonPage />} />
        <Route path="/plans/:id/carry" element={<CarryPage />} />
        <Route path="/plans/:id/compare" element={<ComparePage />} />
        <Route path="/plans/:id/crosswalk" element={<CrosswalkPage />} />
        <Route path="/assignments/bulk" element={<BulkPage />} />
        <Route path="/settings" element={<SettingsPage />} />
        <Route path="/account/password" element={<PasswordPage />} />
        <Route path="/account/sessions" element={<SessionsPage />} />
      </CustomRoutes>
    </Shell>
  );
};

export default App;
