import { useTranslate } from 'react-admin';

/** What a box with suggestions says of itself, in the person's language. */
export function useBoxWords() {
  const translate = useTranslate();
  return {
    noOptionsText: translate('planTree.noOptions'),
    clearText: translate('ra.action.clear_input_value'),
    openText: translate('ra.action.open'),
    closeText: translate('ra.action.close'),
  };
}
