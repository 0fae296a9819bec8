import type { SvgIconComponent } from '@mui/icons-material';
import ApartmentIcon from '@mui/icons-material/AccountBalanceOutlined';
import UnitsIcon from '@mui/icons-material/AccountTreeOutlined';
import AssignmentIcon from '@mui/icons-material/AssignmentIndOutlined';
import ReportsIcon from '@mui/icons-material/AssignmentOutlined';
import RecipientsIcon from '@mui/icons-material/AssignmentReturnedOutlined';
import TemplatesIcon from '@mui/icons-material/BackupTableOutlined';
import SheetsIcon from '@mui/icons-material/CloudSyncOutlined';
import EvidenceIcon from '@mui/icons-material/CollectionsBookmarkOutlined';
import PlanIcon from '@mui/icons-material/DescriptionOutlined';
import CollectionsIcon from '@mui/icons-material/DynamicFeedOutlined';
import RoundIcon from '@mui/icons-material/EventAvailableOutlined';
import ReviewIcon from '@mui/icons-material/FactCheckOutlined';
import FindingsIcon from '@mui/icons-material/FlagOutlined';
import UsersIcon from '@mui/icons-material/GroupOutlined';
import HistoryIcon from '@mui/icons-material/HistoryOutlined';
import HomeIcon from '@mui/icons-material/HomeOutlined';
import PackagesIcon from '@mui/icons-material/Inventory2Outlined';
import ExchangesIcon from '@mui/icons-material/MoveToInboxOutlined';
import FormsIcon from '@mui/icons-material/OutboxOutlined';
import SettingsIcon from '@mui/icons-material/TuneOutlined';
import KeysIcon from '@mui/icons-material/VpnKeyOutlined';
import type { Role, Session } from '../../sync/model/index.ts';
import { desks, mayUse } from '../data/rights.ts';

export type Group = 'work' | 'records' | 'administration';

export interface Entry {
  readonly to: string;
  /** Key of the catalogue. */
  readonly label: string;
  readonly icon: SvgIconComponent;
  readonly group: Group;
  /** Offered to whoever may list this resource; without one, to everybody. */
  readonly resource?: string;
  /** Another right than listing. */
  readonly action?: string;
  /** Only for agencies that have others below them, or only for those that stand below another. */
  readonly seat?: 'isBureau' | 'isSubordinate';
}

/** The menu, top to bottom. An entry stands here only when its page exists. The first four that a role sees are the phone's bottom bar. */
const entries: readonly Entry[] = [
  { to: '/', label: 'shell.page.home', icon: HomeIcon, group: 'work' },
  {
    to: '/review',
    label: 'review.title',
    icon: ReviewIcon,
    group: 'work',
    resource: 'reports',
    action: 'accept',
  },
  { to: '/reports', label: 'resources.reports.name', icon: ReportsIcon, group: 'work', resource: 'reports' },
  { to: '/plans', label: 'resources.plans.name', icon: PlanIcon, group: 'work', resource: 'plans' },
  {
    to: '/assignments',
    label: 'resources.assignments.name',
    icon: AssignmentIcon,
    group: 'work',
    resource: 'assignments',
  },
  { to: '/rounds', label: 'resources.rounds.name', icon: RoundIcon, group: 'work', resource: 'rounds' },
  {
    to: '/templates',
    label: 'resources.templates.name',
    icon: TemplatesIcon,
    group: 'work',
    resource: 'templates',
  },
  { to: '/forms', label: 'resources.forms.name', icon: FormsIcon, group: 'work', resource: 'forms' },
  { to: '/exchanges', label: 'resources.exchanges.name', icon: ExchangesIcon, group: 'work', resource: 'exchanges' },
  { to: '/sheets', label: 'resources.sheets.name', icon: SheetsIcon, group: 'work', resource: 'sheets' },
  { to: '/packages', label: 'resources.packages.name', icon: PackagesIcon, group: 'work', resource: 'packages' },
  {
    to: '/collections',
    label: 'resources.collections.name',
    icon: CollectionsIcon,
    group: 'work',
    resource: 'collections',
    seat: 'isBureau',
  },
  {
    to: '/recipients',
    label: 'recipient.list',
    icon: RecipientsIcon,
    group: 'work',
    resource: 'recipients',
    seat: 'isSubordinate',
  },
  { to: '/findings', label: 'resources.findings.name', icon: FindingsIcon, group: 'work', resource: 'findings' },
  { to: '/evidence', label: 'resources.evidence.name', icon: EvidenceIcon, group: 'records', resource: 'evidence' },
  { to: '/events', label: 'resources.events.name', icon: HistoryIcon, group: 'records', resource: 'events' },
  {
    to: '/packages/keys',
    label: 'packages.keys.title',
    icon: KeysIcon,
    group: 'administration',
    resource: 'trustedKeys',
  },
  { to: '/units', label: 'resources.units.name', icon: UnitsIcon, group: 'administration', resource: 'units' },
  { to: '/users', label: 'resources.users.name', icon: UsersIcon, group: 'administration', resource: 'users' },
  {
    to: '/agencies',
    label: 'resources.agencies.name',
    icon: ApartmentIcon,
    group: 'administration',
    resource: 'agencies',
  },
  {
    to: '/settings',
    label: 'resources.settings.name',
    icon: SettingsIcon,
    group: 'administration',
    resource: 'settings',
    action: 'update',
  },
];

/** Sections may read who is who, and meet it where it matters; a menu of it would only be in their way. */
const concerns = (role: Role, { group, resource, action = 'list' }: Entry): boolean =>
  (group !== 'administration' || desks.includes(role)) && (resource === undefined || mayUse(role, resource, action));

/** Where an agency stands among others. */
type Seats = Pick<Session, 'isBureau' | 'isSubordinate'>;

export const entriesFor = (role: Role, seats: Seats): readonly Entry[] =>
  entries.filter(entry => concerns(role, entry) && (entry.seat === undefined || seats[entry.seat]));

const groups: readonly Group[] = ['work', 'records', 'administration'];

/** The entries of a role by group, empty groups left out. */
export const menuFor = (
  role: Role,
  seats: Seats,
): readonly { readonly group: Group; readonly entries: readonly Entry[] }[] => {
  const offered = entriesFor(role, seats);
  return groups
    .map(group => ({ group, entries: offered.filter(entry => entry.group === group) }))
    .filter(part => part.entries.length > 0);
};

/** Whether a page belongs to an entry: the home page only to itself, a resource with all below it. */
export const isHere = (entry: Entry, pathname: string): boolean =>
  entry.to === '/' ? pathname === '/' : pathname === entry.to || pathname.startsWith(`${entry.to}/`);
