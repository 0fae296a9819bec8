/** A tree of texts; a leaf is what stands on the screen, with `%{name}` for a value. */
export interface Words {
  readonly [key: string]: string | Words;
}

/** The same tree in another language: the compiler refuses a missing or a surplus key. */
export type SameKeys<T> = { readonly [K in keyof T]: T[K] extends string ? string : SameKeys<T[K]> };

export interface Area {
  readonly 'zh-TW': Words;
  readonly en: Words;
}

/** The words of one area of the console, Chinese first, the complete English beside it. */
export const words = <T extends Words>(zh: T, en: SameKeys<T>): Area => ({ 'zh-TW': zh, en: en as unknown as Words });

export const isTree = (value: string | Words | undefined): value is Words => typeof value === 'object';

/** Joins trees; two areas may grow the same branch (such as `resources`), later leaves win. */
export function merge(trees: readonly Words[]): Words {
  const whole: Record<string, string | Words> = {};
  for (const [key, value] of trees.flatMap(tree => Object.entries(tree))) {
    const before = whole[key];
    whole[key] = isTree(before) && isTree(value) ? merge([before, value]) : value;
  }
  return whole;
}
