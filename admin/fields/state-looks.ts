import type { SvgIconComponent } from '@mui/icons-material';
import LateIcon from '@mui/icons-material/AlarmOutlined';
import StampIcon from '@mui/icons-material/ApprovalOutlined';
import ArchiveIcon from '@mui/icons-material/ArchiveOutlined';
import BlockIcon from '@mui/icons-material/BlockOutlined';
import CampaignIcon from '@mui/icons-material/CampaignOutlined';
import DoneIcon from '@mui/icons-material/CheckCircleOutlined';
import DuplicateIcon from '@mui/icons-material/ContentCopyOutlined';
import DoneAllIcon from '@mui/icons-material/DoneAll';
import DraftIcon from '@mui/icons-material/EditNoteOutlined';
import FlagIcon from '@mui/icons-material/FlagOutlined';
import DoubtIcon from '@mui/icons-material/HelpOutlineOutlined';
import HistoryIcon from '@mui/icons-material/HistoryOutlined';
import InboxIcon from '@mui/icons-material/InboxOutlined';
import OpenIcon from '@mui/icons-material/LockOpenOutlined';
import LockIcon from '@mui/icons-material/LockOutlined';
import PendingIcon from '@mui/icons-material/PendingOutlined';
import PushPinIcon from '@mui/icons-material/PushPinOutlined';
import WaitIcon from '@mui/icons-material/RadioButtonUnchecked';
import RateIcon from '@mui/icons-material/RateReviewOutlined';
import ReturnIcon from '@mui/icons-material/ReplyOutlined';
import BrokenIcon from '@mui/icons-material/ReportGmailerrorredOutlined';
import SendIcon from '@mui/icons-material/SendOutlined';
import UndoIcon from '@mui/icons-material/UndoOutlined';
import type {
  AssignmentState,
  CollectionFileState,
  CollectionState,
  ExchangeState,
  FindingState,
  OwnState,
  PackageState,
  PlanState,
  ReportState,
  RoundState,
  SheetConnectionState,
} from '../../sync/model/index.ts';
import type { Tone } from './tones.ts';

/** Every state machine of the model, and `record` for what is merely in use or disabled. */
export interface StatesByMachine {
  readonly plan: PlanState;
  readonly assignment: AssignmentState;
  readonly round: RoundState;
  readonly report: ReportState;
  readonly finding: FindingState;
  readonly exchange: ExchangeState;
  readonly package: PackageState;
  readonly collection: CollectionState;
  /** Where an agency that was asked stands, `overdue` included. */
  readonly recipient: OwnState;
  readonly collectionFile: CollectionFileState;
  readonly sheet: SheetConnectionState;
  readonly record: 'enabled' | 'disabled';
}

export type MachineName = keyof StatesByMachine;

export interface Look {
  readonly icon: SvgIconComponent;
  readonly tone: Tone;
}

const look = (icon: SvgIconComponent, tone: Tone): Look => ({ icon, tone });

/** Icon and tone of each state; its word is `states.{machine}.{state}` of the catalogue. */
export const stateLooks: { readonly [M in MachineName]: Readonly<Record<StatesByMachine[M], Look>> } = {
  plan: {
    draft: look(DraftIcon, 'neutral'),
    approved: look(StampIcon, 'note'),
    published: look(CampaignIcon, 'good'),
    closed: look(ArchiveIcon, 'neutral'),
  },
  assignment: {
    open: look(PushPinIcon, 'note'),
    releaseRequested: look(RateIcon, 'watch'),
    released: look(DoneIcon, 'good'),
    withdrawn: look(BlockIcon, 'neutral'),
  },
  round: {
    draft: look(LockIcon, 'neutral'),
    open: look(OpenIcon, 'note'),
    closed: look(ArchiveIcon, 'neutral'),
  },
  report: {
    pending: look(WaitIcon, 'neutral'),
    drafting: look(DraftIcon, 'note'),
    submitted: look(SendIcon, 'note'),
    endorsed: look(StampIcon, 'note'),
    accepted: look(DoneIcon, 'good'),
    returned: look(ReturnIcon, 'watch'),
  },
  finding: {
    open: look(FlagIcon, 'bad'),
    answered: look(RateIcon, 'note'),
    released: look(DoneIcon, 'good'),
    kept: look(PushPinIcon, 'watch'),
  },
  sheet: {
    publishing: { icon: PendingIcon, tone: 'note' },
    active: { icon: DoneIcon, tone: 'good' },
    paused: { icon: WaitIcon, tone: 'neutral' },
    asking: { icon: DoubtIcon, tone: 'watch' },
    failed: { icon: BrokenIcon, tone: 'bad' },
    disconnected: { icon: BlockIcon, tone: 'neutral' },
  },
  exchange: {
    received: look(InboxIcon, 'neutral'),
    previewed: look(RateIcon, 'watch'),
    applied: look(DoneAllIcon, 'good'),
    undone: look(UndoIcon, 'neutral'),
    rejected: look(BlockIcon, 'bad'),
  },
  package: {
    sent: look(SendIcon, 'note'),
    previewed: look(RateIcon, 'watch'),
    applied: look(DoneAllIcon, 'good'),
    undone: look(UndoIcon, 'neutral'),
    rejected: look(BlockIcon, 'bad'),
    refused: look(BlockIcon, 'bad'),
  },
  collection: {
    draft: look(DraftIcon, 'neutral'),
    open: look(OpenIcon, 'note'),
    closed: look(ArchiveIcon, 'neutral'),
  },
  recipient: {
    notReturned: look(WaitIcon, 'neutral'),
    overdue: look(LateIcon, 'bad'),
    returned: look(InboxIcon, 'note'),
    otherEdition: look(HistoryIcon, 'watch'),
    duplicate: look(DuplicateIcon, 'watch'),
    doubtful: look(DoubtIcon, 'watch'),
    consolidated: look(DoneAllIcon, 'good'),
    sentBack: look(ReturnIcon, 'watch'),
    unsent: look(DraftIcon, 'watch'),
  },
  collectionFile: {
    waiting: look(PendingIcon, 'neutral'),
    read: look(RateIcon, 'note'),
    unreadable: look(BrokenIcon, 'bad'),
    applied: look(DoneAllIcon, 'good'),
    rejected: look(BlockIcon, 'neutral'),
  },
  record: {
    enabled: look(DoneIcon, 'good'),
    disabled: look(BlockIcon, 'neutral'),
  },
};
