import { ReferenceField, useRecordContext } from 'react-admin';
import type { PlanItem } from '../../sync/model/index.ts';
import { ClampedText } from '../fields/index.ts';
import { itemText } from './item-text.ts';

const Text = ({ lines }: { readonly lines: number }) => {
  const item = useRecordContext<PlanItem>();
  return item ? <ClampedText text={itemText(item)} lines={lines} /> : null;
};

/** The plan item that a record names. */
export const ItemName = ({ lines = 2 }: { readonly lines?: number; readonly label?: string }) => (
  <ReferenceField source="planItemId" reference="planItems" link={false}>
    <Text lines={lines} />
  </ReferenceField>
);
