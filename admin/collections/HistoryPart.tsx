import type { Collection } from '../../sync/model/index.ts';
import { History } from '../events/History.tsx';

export const HistoryPart = ({ collection }: { readonly collection: Collection }) => (
  <History resource="collections" id={collection.id} />
);

export default HistoryPart;
