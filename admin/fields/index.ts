/** Small named fields and inputs that every page is made of. */
export { Chip } from './Chip.tsx';
export { ClampedText, ClampedTextField } from './ClampedText.tsx';
export { LightChip, LightField } from './LightChip.tsx';
export { MonthsBox, MonthsField, MonthsInput } from './MonthsInput.tsx';
export { AgencyField, UnitField, UserField } from './Names.tsx';
export { ResultChip, ResultField } from './ResultChip.tsx';
export { RocDate, RocDateField } from './RocDate.tsx';
export { isReadableDay, RocDateBox, RocDateInput } from './RocDateInput.tsx';
export { adText, rocText } from './roc-text.ts';
export { EnabledField, StateChip, StateField } from './StateChip.tsx';
export type { MachineName, StatesByMachine } from './state-looks.ts';
export { type Tone, toneColor } from './tones.ts';
export { useMonthName } from './use-month-name.ts';
