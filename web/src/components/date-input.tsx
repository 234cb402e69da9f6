import { styled } from '@mui/material/styles';
import { useRef, useState, type ComponentPropsWithRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isLocalDate } from '@/lib/time/local-date';
import { readDate, writeDate } from '@/lib/time/read-date';
import { CalendarIcon } from './icons';

const Box = styled('div')({ position: 'relative', display: 'flex', minWidth: 0 });

const Input = styled('input')({
  flex: '1 1 0',
  minWidth: '8.5rem',
  minHeight: 'var(--target)',
  padding: '4px calc(var(--target) + 2px) 4px 12px',
  border: 'max(var(--border), 1.5px) solid var(--line-strong)',
  borderRadius: 'var(--radius)',
  background: 'var(--surface)',
  fontVariantNumeric: 'tabular-nums',
  '&:focus-visible': { outline: '3px solid var(--ink)', outlineOffset: 1 },
  '&[aria-invalid="true"]': { borderColor: 'var(--warn)', borderWidth: 2 },
});

const Pick = styled('button')({
  position: 'absolute',
  inset: '0 0 0 auto',
  display: 'grid',
  placeItems: 'center',
  width: 'var(--target)',
  padding: 0,
  color: 'var(--ink-soft)',
  background: 'none',
  border: 0,
  borderRadius: 'var(--radius)',
  cursor: 'pointer',
  '&:hover': { color: 'var(--accent)' },
  '&:focus-visible': { outlineOffset: -4 },
});

/** Only lends its calendar, which opens where it lies. */
const Native = styled('input')({
  position: 'absolute',
  inset: 'auto 0 0 auto',
  width: 'var(--target)',
  height: 1,
  padding: 0,
  border: 0,
  opacity: 0,
  pointerEvents: 'none',
});

export interface DateInputProps extends Omit<
  ComponentPropsWithRef<'input'>,
  'value' | 'onChange' | 'type' | 'min' | 'max' | 'color'
> {
  /** "2026-11-26", or whatever was typed that is no date. */
  value: string;
  /** What the calendar offers; what is typed is the form's to judge. */
  min?: string;
  max?: string;
  onChange: (value: string) => void;
}

/**
 * A date as people type it, day first. The browser's own field follows the computer's language, not the reader's, and would show
 * November's 26th as 11/26; its calendar is one button away.
 */
export function DateInput({ value, min, max, onChange, ...rest }: DateInputProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string>();
  const native = useRef<HTMLInputElement>(null);
  const settle = () => {
    const date = typed === undefined ? undefined : readDate(typed);
    if (date !== undefined && date !== value) onChange(date);
    setTyped(undefined);
  };
  return (
    <Box>
      <Input
        {...rest}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        maxLength={16}
        placeholder={t('time.dateFormat')}
        value={typed ?? (isLocalDate(value) ? writeDate(value) : value)}
        onChange={({ target }) => {
          setTyped(target.value);
          // "26/11/20" may be on its way to 2026: a short year counts once the field is left.
          onChange((/\d{4}/.test(target.value) ? readDate(target.value) : undefined) ?? target.value);
        }}
        onKeyDown={({ key }) => key === 'Enter' && settle()}
        onBlur={settle}
      />
      <Pick type="button" aria-label={t('time.pickDate')} onClick={() => native.current?.showPicker()}>
        <CalendarIcon />
      </Pick>
      <Native
        ref={native}
        type="date"
        tabIndex={-1}
        aria-hidden="true"
        min={min}
        max={max}
        value={isLocalDate(value) ? value : ''}
        onChange={({ target }) => {
          setTyped(undefined);
          onChange(target.value);
        }}
      />
    </Box>
  );
}
