import { words } from './words.ts';

export const home = words(
  { home: { title: '首頁', greeting: '%{name}，您好' } },
  { home: { title: 'Home', greeting: 'Good day, %{name}' } },
);
