import TextField from '@mui/material/TextField';
import { useEffect, useState } from 'react';
import { FieldTitle, type InputProps, useInput, useTranslate, ValidationError } from 'react-admin';
import { formatRocDate, formatRocDateShort, parseRocDate } from '../../sync/model/index.ts';

interface BoxProps {
  readonly label: React.ReactNode;
  /** An ISO day, or null. */
  readonly value: string | null;
  readonly onChange: (day: string | null) => void;
  readonly onBlur?: () => void;
  /** Told instead of the understood date. */
  readonly problem?: React.ReactNode;
  readonly required?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly name?: string | undefined;
  /** Leaves the example away, for places as narrow as a filter. */
  readonly quiet?: boolean;
}

const written = (day: string | null): string => (day ? formatRocDateShort(day) : '');

/** A box for a day that takes every notation of the model's `parseRocDate` and says which day it understood. */
export const RocDateBox = ({
  label,
  value,
  onChange,
  onBlur,
  problem,
  required,
  disabled,
  name,
  quiet = false,
}: BoxProps) => {
  const translate = useTranslate();
  const [text, setText] = useState(written(value));
  const understood = text.trim() === '' ? null : parseRocDate(text);
  useEffect(() => {
    setText(shown => (parseRocDate(shown) === value ? shown : written(value)));
  }, [value]);
  const unreadable = text.trim() !== '' && understood === null;
  const hint = understood
    ? translate('fields.understood', { roc: formatRocDate(understood), ad: understood })
    : unreadable
      ? translate('fields.notADate')
      : quiet
        ? null
        : translate('fields.dateHelp');
  return (
    <TextField
      name={name}
      label={label}
      value={text}
      onChange={event => {
        setText(event.target.value);
        onChange(event.target.value.trim() === '' ? null : (parseRocDate(event.target.value) ?? event.target.value));
      }}
      onBlur={() => {
        if (understood) setText(formatRocDateShort(understood));
        onBlur?.();
      }}
      error={unreadable || problem !== undefined}
      helperText={problem && !unreadable ? problem : hint}
      disabled={disabled ?? false}
      autoComplete="off"
      slotProps={{
        htmlInput: { 'aria-required': required ?? false },
        formHelperText: { 'aria-live': 'polite' } as object,
      }}
    />
  );
};

/** What was typed and is no date stays in the form as it is, so that nothing typed is lost; this refuses it. */
export const isReadableDay = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' && parseRocDate(value) === null ? 'fields.notADate' : undefined;

/** RocDateBox as a form input. */
export const RocDateInput = ({ validate, ...props }: InputProps) => {
  const given = validate === undefined ? [] : Array.isArray(validate) ? validate : [validate];
  const { field, fieldState, isRequired } = useInput({
    ...props,
    validate: [...given, isReadableDay],
    defaultValue: null,
  });
  const message = fieldState.error?.message;
  return (
    <RocDateBox
      name={field.name}
      label={
        <FieldTitle
          isRequired={isRequired}
          {...(props.label === undefined ? {} : { label: props.label })}
          {...(props.source === undefined ? {} : { source: props.source })}
          {...(props.resource === undefined ? {} : { resource: props.resource })}
        />
      }
      value={field.value as string | null}
      onChange={field.onChange}
      onBlur={field.onBlur}
      problem={message === undefined ? undefined : <ValidationError error={message} />}
      required={isRequired}
      disabled={props.disabled}
    />
  );
};
