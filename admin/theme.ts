import { alpha } from '@mui/material/styles';
import type { RaThemeOptions } from 'react-admin';

/**
 * The look of an official document: warm paper, ink, one accent (a deep teal), hairlines instead of shadows, room between
 * lines for Chinese. Every text colour stands at 4.5:1 or better on every surface it is used on, in both modes.
 */
const light = {
  paper: '#ffffff',
  desk: '#f6f4ee',
  sunken: '#efece3',
  ink: '#1c2628',
  faded: '#4f5b5c',
  rule: '#d9d5c9',
  edge: '#80857d',
  accent: '#0f5258',
  onAccent: '#ffffff',
  good: '#2b673c',
  watch: '#805300',
  bad: '#a12c2c',
  note: '#39597a',
};

const dark: typeof light = {
  paper: '#1b2425',
  desk: '#131a1b',
  sunken: '#233031',
  ink: '#e8ebe6',
  faded: '#acb7b4',
  rule: '#354244',
  edge: '#7f8d8b',
  accent: '#7cc9c3',
  onAccent: '#0b2426',
  good: '#86ca95',
  watch: '#e4b665',
  bad: '#f2a19a',
  note: '#a3c2e3',
};

const chinese = ['Noto Sans TC', 'Noto Sans CJK TC', 'PingFang TC', 'Microsoft JhengHei'];
const latin = ['Segoe UI', 'Helvetica Neue', 'Roboto', 'Noto Sans', 'Liberation Sans', 'Arial'];
const family = (names: readonly string[]): string =>
  [...names.map(name => `"${name}"`), 'system-ui', 'sans-serif'].join(',');

/** By the page's language: a Chinese font would set English apostrophes and quotes a full character wide. */
const fonts = {
  ':root': { '--page-font': family([...chinese, ...latin]) },
  ':root:lang(en)': { '--page-font': family([...latin, ...chinese]) },
};

const paletteOf = (mode: 'light' | 'dark', c: typeof light) => {
  // Under the pointer a filled button takes its `dark` shade. MUI would darken the pale colours of the dark mode until the
  // dark text on them no longer stands out, so there they stay as they are.
  const tone = (main: string) => ({ main, contrastText: c.onAccent, ...(mode === 'dark' ? { dark: main } : {}) });
  return {
    mode,
    primary: tone(c.accent),
    secondary: tone(c.accent),
    success: tone(c.good),
    warning: tone(c.watch),
    error: tone(c.bad),
    info: tone(c.note),
    text: { primary: c.ink, secondary: c.faded, disabled: c.faded },
    background: { default: c.desk, paper: c.paper },
    divider: c.rule,
    sunken: c.sunken,
    bulkActionsToolbarBackgroundColor: c.sunken,
  };
};

const type = {
  fontFamily: 'var(--page-font)',
  htmlFontSize: 16,
  fontSize: 14,
  h1: { fontSize: '1.5rem', fontWeight: 700, lineHeight: 1.4, letterSpacing: '0.01em' },
  h2: { fontSize: '1.2rem', fontWeight: 700, lineHeight: 1.5 },
  h3: { fontSize: '1.05rem', fontWeight: 700, lineHeight: 1.5 },
  h4: { fontSize: '1rem', fontWeight: 700, lineHeight: 1.6 },
  h5: { fontSize: '1rem', fontWeight: 600, lineHeight: 1.6 },
  h6: { fontSize: '1rem', fontWeight: 600, lineHeight: 1.6 },
  subtitle1: { lineHeight: 1.7 },
  subtitle2: { lineHeight: 1.7, fontWeight: 600 },
  body1: { fontSize: '1rem', lineHeight: 1.7 },
  body2: { fontSize: '0.9375rem', lineHeight: 1.7 },
  caption: { fontSize: '0.8125rem', lineHeight: 1.6 },
  button: { textTransform: 'none' as const, fontWeight: 600, lineHeight: 1.6 },
};

const flat = { elevation: 0 };

/** Pale words of the dark mode would be lost on white paper; every state has an icon and a word besides its colour. */
const blackOnWhite = { '*, *::before, *::after': { color: '#000 !important' } };

const componentsOf = (c: typeof light, onPaper: object) => ({
  MuiCssBaseline: {
    styleOverrides: {
      ...fonts,
      html: { scrollPaddingTop: 72, WebkitTextSizeAdjust: '100%' },
      body: { fontVariantNumeric: 'lining-nums' },
      // A last line of a single character looks like a mistake.
      'p, li, dd, td, th, h1, h2, h3, h4, label, legend, figcaption': { textWrap: 'pretty' },
      'a, button, [tabindex], input, select, textarea': { WebkitTapHighlightColor: 'transparent' },
      ':focus-visible': { outline: `3px solid ${c.accent}`, outlineOffset: 2, borderRadius: 4 },
      '@media (prefers-reduced-motion: reduce)': {
        '*': { animationDuration: '0.01ms !important', transitionDuration: '0.01ms !important' },
      },
      '@page': { size: 'A4', margin: '16mm 14mm' },
      '@media print': {
        ':root': { colorScheme: 'light' },
        'body, #root, main': { background: '#fff !important', color: '#000 !important' },
        'nav, header.shell-bar, [role="search"], button, .MuiButton-root, .MuiTablePagination-root, .no-print': {
          display: 'none !important',
        },
        '.MuiPaper-root, .MuiCard-root': { border: 'none !important', boxShadow: 'none !important' },
        '.MuiTableCell-root': { color: '#000 !important', borderColor: '#888 !important' },
        'tr, .keep-together': { breakInside: 'avoid' },
        'h1, h2, h3, h4': { breakAfter: 'avoid' },
        ...onPaper,
        thead: { display: 'table-header-group' },
      },
    },
  },
  MuiButtonBase: {
    defaultProps: { disableRipple: true },
    styleOverrides: { root: { '&.Mui-focusVisible': { outline: `3px solid ${c.accent}`, outlineOffset: 2 } } },
  },
  MuiButton: {
    defaultProps: { disableElevation: true },
    styleOverrides: { root: { borderRadius: 6, minHeight: 36 }, outlined: { borderColor: c.edge } },
  },
  MuiIconButton: { styleOverrides: { root: { borderRadius: 6 } } },
  MuiPaper: { defaultProps: flat, styleOverrides: { root: { backgroundImage: 'none' } } },
  MuiCard: {
    defaultProps: flat,
    styleOverrides: { root: { border: `1px solid ${c.rule}`, borderRadius: 8 } },
  },
  MuiAppBar: { defaultProps: flat },
  MuiMenu: { styleOverrides: { paper: { border: `1px solid ${c.rule}`, boxShadow: '0 8px 24px rgb(0 0 0 / 0.18)' } } },
  MuiPopover: {
    styleOverrides: { paper: { border: `1px solid ${c.rule}`, boxShadow: '0 8px 24px rgb(0 0 0 / 0.18)' } },
  },
  MuiDialog: { styleOverrides: { paper: { border: `1px solid ${c.rule}`, borderRadius: 10 } } },
  MuiDialogTitle: { styleOverrides: { root: { fontSize: '1.15rem', fontWeight: 700 } } },
  MuiTooltip: {
    defaultProps: { enterTouchDelay: 200, describeChild: true },
    styleOverrides: { tooltip: { fontSize: '0.8125rem', lineHeight: 1.6, backgroundColor: c.ink, color: c.paper } },
  },
  // react-admin names a row's box on its wrapper, where a name is no use; it belongs to the box itself.
  MuiCheckbox: {
    defaultProps: {
      slotProps: {
        root: { 'aria-label': undefined },
        input: (owner: { readonly 'aria-label'?: string }) =>
          owner['aria-label'] === undefined ? {} : { 'aria-label': owner['aria-label'] },
      },
    },
  },
  MuiTextField: { defaultProps: { variant: 'outlined', margin: 'dense', size: 'small', fullWidth: true } },
  MuiFormControl: { defaultProps: { variant: 'outlined', margin: 'dense', size: 'small', fullWidth: true } },
  MuiAutocomplete: { defaultProps: { fullWidth: true } },
  MuiOutlinedInput: {
    styleOverrides: {
      root: { backgroundColor: c.paper, lineHeight: 1.7 },
      notchedOutline: { borderColor: c.edge },
    },
  },
  MuiInputLabel: { styleOverrides: { root: { color: c.faded } } },
  MuiFormHelperText: { styleOverrides: { root: { color: c.faded, lineHeight: 1.6, '&.Mui-error': { color: c.bad } } } },
  MuiLink: { defaultProps: { underline: 'always' }, styleOverrides: { root: { textUnderlineOffset: '0.2em' } } },
  MuiTable: { styleOverrides: { root: { fontVariantNumeric: 'tabular-nums' } } },
  MuiTableCell: {
    styleOverrides: {
      root: {
        borderColor: c.rule,
        lineHeight: 1.65,
        verticalAlign: 'top',
        '&.MuiTableCell-paddingCheckbox': { padding: '0 8px' },
      },
      sizeSmall: { padding: '4px 12px' },
      head: {
        fontWeight: 700,
        color: c.ink,
        backgroundColor: c.sunken,
        // English heads break between words where the table is short of room; Chinese ones never.
        wordBreak: 'keep-all',
        verticalAlign: 'middle',
        borderBottom: `1px solid ${c.edge}`,
      },
    },
  },
  MuiTableRow: {
    styleOverrides: { root: { '&.MuiTableRow-hover:hover': { backgroundColor: alpha(c.accent, 0.06) } } },
  },
  MuiSelect: { styleOverrides: { select: { lineHeight: '1.4375em' } } },
  RaDataTable: {
    styleOverrides: {
      root: {
        '& .RaDataTable-headerCell': { backgroundColor: c.sunken },
        '& .RaDataTable-expandIcon': { padding: 4 },
        '& .RaDataTable-expandIconCell, & .RaDataTable-expandHeader': { width: 40, paddingLeft: 4 },
      },
    },
  },
  MuiListItemIcon: { styleOverrides: { root: { minWidth: 38, color: 'inherit' } } },
  MuiAlert: { styleOverrides: { root: { lineHeight: 1.7, alignItems: 'flex-start' }, message: { paddingTop: 6 } } },
  // What is busy says so in words beside it.
  MuiCircularProgress: { defaultProps: { 'aria-hidden': true } },
  // On a phone it stands above the menu at the bottom, not on it.
  MuiSnackbar: {
    styleOverrides: {
      root: { '@media (max-width: 899.95px)': { bottom: 'calc(76px + env(safe-area-inset-bottom))' } },
    },
  },
  MuiSnackbarContent: { styleOverrides: { root: { backgroundColor: c.ink, color: c.paper, lineHeight: 1.7 } } },
  RaNotification: {
    styleOverrides: { root: { '& .RaNotification-undo': { color: 'inherit', textDecoration: 'underline' } } },
  },
  MuiSkeleton: { defaultProps: { animation: 'wave' } },
  RaToolbar: {
    styleOverrides: {
      root: {
        backgroundColor: 'transparent',
        borderTop: `1px solid ${c.rule}`,
        // Fixed to the bottom it would lie under the phone's menu.
        '&.RaToolbar-mobileToolbar': { position: 'static', marginTop: 8 },
      },
    },
  },
  // The room that react-admin keeps for a toolbar fixed to the bottom.
  RaSimpleForm: { styleOverrides: { root: { '@media (max-width: 599.95px)': { paddingBottom: 16 } } } },
  RaCardContentInner: { styleOverrides: { root: { '&&:last-child': { paddingBottom: 16 } } } },
  RaListToolbar: { styleOverrides: { root: { '@media (max-width: 599.95px)': { backgroundColor: 'transparent' } } } },
  RaTopToolbar: {
    styleOverrides: {
      root: {
        alignItems: 'center',
        '@media (max-width: 599.95px)': { backgroundColor: 'transparent', minHeight: 44 },
      },
    },
  },
  RaFilterForm: {
    styleOverrides: {
      root: {
        '& .MuiAutocomplete-root': { minWidth: 220 },
        // A switch stands on the middle of the boxes beside it.
        '& .MuiFormControlLabel-root': { minHeight: 40, marginBottom: '4px' },
        '@media (max-width: 599.95px)': {
          columnGap: 8,
          '& .RaFilterFormInput-spacer, & > div:not(.filter-field)': { display: 'none' },
          // Two choices side by side; the search, and whatever is left alone, take the whole line.
          '& .filter-field': { flex: '1 1 calc(50% - 8px)', width: 'auto', minWidth: 0 },
          '& .filter-field[data-source="q"]': { flexBasis: '100%' },
          '& .MuiAutocomplete-root, & .MuiFormControl-root': { minWidth: 0 },
        },
      },
    },
  },
  RaList: {
    styleOverrides: {
      root: {
        '& .RaList-main': { minWidth: 0 },
        '& .RaList-content': { overflowX: 'auto' },
        '& .RaList-actions': { alignItems: 'flex-end' },
      },
    },
  },
  RaLabeled: { styleOverrides: { root: { '& .RaLabeled-label': { color: c.faded } } } },
  RaSimpleFormIterator: { defaultProps: { fullWidth: true } },
});

const themeOf = (mode: 'light' | 'dark', c: typeof light): RaThemeOptions =>
  ({
    palette: paletteOf(mode, c),
    shape: { borderRadius: 6 },
    typography: type,
    sidebar: { width: 224, closedWidth: 56 },
    components: componentsOf(c, mode === 'dark' ? blackOnWhite : {}),
  }) as RaThemeOptions;

export const lightTheme = themeOf('light', light);
export const darkTheme = themeOf('dark', dark);

declare module '@mui/material/styles' {
  interface Palette {
    /** Surface one step below paper: table heads, quotes, wells. */
    readonly sunken: string;
  }
  interface PaletteOptions {
    sunken?: string;
  }
}
