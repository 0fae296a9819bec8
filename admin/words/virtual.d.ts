declare module 'virtual:catalogue/*' {
  import type { Words } from './words.ts';

  const words: Words;
  export default words;
}
