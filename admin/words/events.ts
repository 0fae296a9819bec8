import { words } from './words.ts';
export const events = words({ resources: { events: { name: '軌跡' } } }, { resources: { events: { name: 'Events' } } });
