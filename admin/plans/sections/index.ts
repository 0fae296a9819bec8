/** What a plan says around its table: read by everybody, written while it is a draft. */
export { Sections as default } from './Sections.tsx';
