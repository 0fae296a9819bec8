/** Field masks as Google's APIs take them: `a,b(c,d(e)),f.g`. */
interface Mask {
  [name: string]: Mask | true;
}

export function parseMask(text: string): Mask {
  let at = 0;
  const list = (): Mask => {
    const mask: Mask = {};
    for (;;) {
      const name = /^[\w.*]+/.exec(text.slice(at))?.[0];
      if (!name) throw new Error(`Invalid field selection ${text.slice(at, at + 20)}`);
      at += name.length;
      let inner: Mask | true = true;
      if (text[at] === '(') {
        at++;
        inner = list();
        if (text[at] !== ')') throw new Error('Invalid field selection: ) is missing');
        at++;
      }
      const [first = '', ...rest] = name.split('.');
      mask[first] = rest.reduceRight<Mask | true>((deeper, part) => ({ [part]: deeper }), inner);
      if (text[at] !== ',') return mask;
      at++;
    }
  };
  const mask = list();
  if (at !== text.length) throw new Error(`Invalid field selection ${text.slice(at)}`);
  return mask;
}

/** What of an answer a mask lets through. */
export function masked(value: unknown, mask: Mask | true): unknown {
  if (mask === true || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(each => masked(each, mask));
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, each]) => {
      const inner = mask[name] ?? mask['*'];
      return inner === undefined ? [] : [[name, masked(each, inner)]];
    }),
  );
}
