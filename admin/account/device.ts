type Signs = readonly (readonly [RegExp, string])[];

/** Order matters: Edge also calls itself Chrome, Chrome also Safari. */
const browsers: Signs = [
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

const systems: Signs = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

const first = (signs: Signs, agent: string): string | undefined => signs.find(([sign]) => sign.test(agent))?.[1];

/** A browser's own long description, as a person would say it: Chrome・Windows. Null when it says nothing known. */
export function deviceOf(agent: string): string | null {
  const known = [first(browsers, agent), first(systems, agent)].filter(part => part !== undefined);
  return known.length > 0 ? known.join('・') : null;
}
