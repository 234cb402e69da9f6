import { styled } from '@mui/material/styles';
import { useState, type ComponentPropsWithRef } from 'react';
import { readClock } from '@/lib/time/read-clock';

const Input = styled('input')({
  width: '4.6rem',
  minHeight: 'var(--target)',
  padding: '4px 8px',
  textAlign: 'center',
  border: 'max(var(--border), 1.5px) solid var(--line-strong)',
  borderRadius: 'var(--radius)',
  background: 'var(--surface)',
  fontVariantNumeric: 'tabular-nums',
  '&[aria-invalid="true"]': { borderColor: 'var(--warn)', borderWidth: 2 },
  '@media (pointer: fine)': { minHeight: 36 },
});

export interface TimeInputProps extends Omit<ComponentPropsWithRef<'input'>, 'value' | 'onChange' | 'type' | 'color'> {
  /** "09:30", or whatever was typed that is no time. */
  value: string;
  onChange: (value: string) => void;
}

/**
 * A time as people type it ("9h30", "930"), always on 24 hours. The browser's own field follows the computer's language,
 * not the reader's, and shows half past nine in the evening as 09:30 PM.
 */
export function TimeInput({ value, onChange, ...rest }: TimeInputProps) {
  const [typed, setTyped] = useState<string>();
  return (
    <Input
      {...rest}
      type="text"
      inputMode="numeric"
      autoComplete="off"
      maxLength={7}
      value={typed ?? value}
      onFocus={(event) => event.currentTarget.select()}
      onChange={({ target }) => {
        setTyped(target.value);
        onChange(readClock(target.value) ?? target.value);
      }}
      onBlur={() => setTyped(undefined)}
    />
  );
}
