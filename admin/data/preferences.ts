import { localStorageStore } from 'react-admin';

/** What a person set for this browser: language, theme, columns, saved views. Survives log-out. */
export const preferences = localStorageStore('1', 'Guankao');

export const readPreference = (key: string): unknown => preferences.getItem(key);
