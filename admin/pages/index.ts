/** What pages of resources are made of. */
export { CreatePage } from './CreatePage.tsx';
export { EditPage } from './EditPage.tsx';
export { EmptyList, NothingMatches } from './EmptyList.tsx';
export { Fact, Facts } from './Facts.tsx';
export { KeptDraft } from './KeptDraft.tsx';
export { ListPage } from './ListPage.tsx';
export { NameLink } from './NameLink.tsx';
export { PhoneRows } from './PhoneRows.tsx';
export { ShowPage } from './ShowPage.tsx';
export { StaleDialog } from './StaleDialog.tsx';
export { currentRowOf, type Difference, differences } from './stale.ts';
export { type ExportColumn, useExporter } from './use-exporter.ts';
