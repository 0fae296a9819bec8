import DarkIcon from '@mui/icons-material/DarkModeOutlined';
import LightIcon from '@mui/icons-material/LightModeOutlined';
import TranslateIcon from '@mui/icons-material/TranslateOutlined';
import Button from '@mui/material/Button';
import { useLocaleState, useTheme, useTranslate } from 'react-admin';

/** The other language, named in that language, so that whoever needs it can read it. */
const other = { 'zh-TW': { locale: 'en', name: 'English' }, en: { locale: 'zh-TW', name: '正體中文' } } as const;

export const useOtherLanguage = () => {
  const [locale, setLocale] = useLocaleState();
  const { locale: next, name } = other[locale === 'en' ? 'en' : 'zh-TW'];
  return { name, lang: next, change: () => setLocale(next) };
};

export const useOtherAppearance = () => {
  const [theme, setTheme] = useTheme();
  const next = theme === 'dark' ? ('light' as const) : ('dark' as const);
  return { label: next === 'dark' ? 'shell.theme.toDark' : 'shell.theme.toLight', next, change: () => setTheme(next) };
};

export const appearanceIcons = { light: LightIcon, dark: DarkIcon };

/** Language and appearance for the pages before log-in. */
export const LookSwitches = () => {
  const translate = useTranslate();
  const language = useOtherLanguage();
  const appearance = useOtherAppearance();
  const Icon = appearanceIcons[appearance.next];
  return (
    <>
      <Button size="small" startIcon={<TranslateIcon />} onClick={language.change} lang={language.lang}>
        {language.name}
      </Button>
      <Button size="small" startIcon={<Icon />} onClick={appearance.change}>
        {translate(appearance.label)}
      </Button>
    </>
  );
};
