import { describe, expect, it } from 'vitest';
import { darkTheme, lightTheme } from '../../../admin/theme.ts';
import { stylesheet } from '../../../server/publication/look.ts';

/** The colours of the public pages by name, in the order light, dark. */
const coloursOf = (name: string): readonly string[] =>
  [...stylesheet.text.matchAll(new RegExp(`--${name}: (#[0-9a-f]{6});`, 'g'))].map(([, colour]) => colour!);

describe('the public pages', () => {
  it('have the colours of the console, in both lights', () => {
    const themes = [lightTheme, darkTheme].map(theme => theme.palette!);
    const of = (pick: (palette: (typeof themes)[number]) => unknown) => themes.map(pick);
    expect(coloursOf('paper')).toEqual(of(p => p.background?.paper));
    expect(coloursOf('desk')).toEqual(of(p => p.background?.default));
    expect(coloursOf('sunken')).toEqual(of(p => p.sunken));
    expect(coloursOf('ink')).toEqual(of(p => p.text?.primary));
    expect(coloursOf('faded')).toEqual(of(p => p.text?.secondary));
    expect(coloursOf('rule')).toEqual(of(p => p.divider));
    expect(coloursOf('accent')).toEqual(of(p => (p.primary as { readonly main: string }).main));
  });

  it('load nothing from elsewhere', () => {
    expect(stylesheet.text).not.toMatch(/url\(|@import/);
  });
});
