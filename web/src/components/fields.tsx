import { styled } from '@mui/material/styles';
import { useId, type ComponentPropsWithRef, type ReactNode } from 'react';
import { DateInput, type DateInputProps } from './date-input';

const Row = styled('div')({ display: 'grid', gap: 4 });

export const FieldLabel = styled('label')({ fontWeight: 650 });

export const Hint = styled('p')({ fontSize: '0.9rem', color: 'var(--ink-soft)' });

const Wrong = styled('p')({ fontWeight: 600, color: 'var(--warn)' });

const control = {
  width: '100%',
  minHeight: 'var(--target)',
  padding: '8px 12px',
  border: 'max(var(--border), 1.5px) solid var(--line-strong)',
  borderRadius: 'var(--radius)',
  background: 'var(--surface)',
  '&:focus-visible': { outline: '3px solid var(--ink)', outlineOffset: 1 },
  '&[aria-invalid="true"]': { borderColor: 'var(--warn)', borderWidth: 2 },
} as const;

const Input = styled('input')(control);

const Select = styled('select')(control);

interface Common {
  label: string;
  hint?: ReactNode;
  /** What is wrong and how to put it right. */
  error?: string | undefined;
}

export type TextFieldProps = Common & Omit<ComponentPropsWithRef<'input'>, 'id' | 'color'>;

/** Label above, hint below it, the error under the field and tied to it. */
export function TextField({ label, hint, error, 'aria-describedby': more, ...input }: TextFieldProps) {
  const id = useId();
  return (
    <Row>
      <FieldLabel htmlFor={id}>{label}</FieldLabel>
      {hint !== undefined && <Hint id={`${id}-hint`}>{hint}</Hint>}
      <Input
        id={id}
        aria-invalid={error !== undefined}
        aria-describedby={describedBy(id, hint, error, more)}
        {...input}
      />
      {error !== undefined && <Wrong id={`${id}-error`}>{error}</Wrong>}
    </Row>
  );
}

export type DateFieldProps = Common & Omit<DateInputProps, 'id'>;

export function DateField({ label, hint, error, ...input }: DateFieldProps) {
  const id = useId();
  return (
    <Row>
      <FieldLabel htmlFor={id}>{label}</FieldLabel>
      {hint !== undefined && <Hint id={`${id}-hint`}>{hint}</Hint>}
      <DateInput
        id={id}
        aria-invalid={error !== undefined}
        aria-describedby={describedBy(id, hint, error)}
        {...input}
      />
      {error !== undefined && <Wrong id={`${id}-error`}>{error}</Wrong>}
    </Row>
  );
}

export type SelectFieldProps = Common & Omit<ComponentPropsWithRef<'select'>, 'id' | 'color'>;

export function SelectField({ label, hint, error, children, ...select }: SelectFieldProps) {
  const id = useId();
  return (
    <Row>
      <FieldLabel htmlFor={id}>{label}</FieldLabel>
      {hint !== undefined && <Hint id={`${id}-hint`}>{hint}</Hint>}
      <Select id={id} aria-invalid={error !== undefined} aria-describedby={describedBy(id, hint, error)} {...select}>
        {children}
      </Select>
      {error !== undefined && <Wrong id={`${id}-error`}>{error}</Wrong>}
    </Row>
  );
}

function describedBy(id: string, hint: ReactNode, error: string | undefined, more?: string): string | undefined {
  const ids = [more, hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean);
  return ids.length === 0 ? undefined : ids.join(' ');
}

const Group = styled('fieldset')({ '& > legend': { padding: 0, marginBottom: 8, fontWeight: 650 } });

const Options = styled('div')({ display: 'flex', flexWrap: 'wrap', gap: 8 });

const Option = styled('label')({
  position: 'relative',
  display: 'inline-flex',
  alignItems: 'center',
  gap: 8,
  minHeight: 'var(--target)',
  padding: '6px 16px 6px 12px',
  border: 'max(var(--border), 1.5px) solid var(--line-strong)',
  borderRadius: 'var(--radius)',
  background: 'var(--surface)',
  cursor: 'pointer',
  '& input': { width: '1.1rem', height: '1.1rem', margin: 0, accentColor: 'var(--accent)' },
  '&:has(:checked)': { borderColor: 'var(--accent)', background: 'var(--accent-wash)', fontWeight: 650 },
  '&:has(:focus-visible)': { outline: '3px solid var(--ink)', outlineOffset: 2 },
  '& input:focus-visible': { outline: 'none' },
});

export interface ChoiceProps<T extends string> {
  label: string;
  hideLabel?: boolean;
  name: string;
  value: T;
  options: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
}

/** One out of a few, all in sight. Arrow keys move between them, as for any radio buttons. */
export function Choice<T extends string>({ label, hideLabel = false, name, value, options, onChange }: ChoiceProps<T>) {
  return (
    <Group>
      <legend className={hideLabel ? 'visually-hidden' : undefined}>{label}</legend>
      <Options>
        {options.map((option) => (
          <Option key={option.value}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </Option>
        ))}
      </Options>
    </Group>
  );
}

const Tick = styled('label')({
  display: 'flex',
  alignItems: 'flex-start',
  gap: 12,
  minHeight: 'var(--target)',
  paddingBlock: 8,
  cursor: 'pointer',
  '& input': { width: '1.35rem', height: '1.35rem', margin: '1px 0 0', flex: 'none', accentColor: 'var(--accent)' },
});

export type CheckboxProps = { label: string; hint?: ReactNode } & Omit<
  ComponentPropsWithRef<'input'>,
  'id' | 'type' | 'color'
>;

export function Checkbox({ label, hint, ...input }: CheckboxProps) {
  const id = useId();
  return (
    <Tick>
      <input
        type="checkbox"
        aria-labelledby={`${id}-label`}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        {...input}
      />
      <span>
        <span id={`${id}-label`}>{label}</span>
        {hint !== undefined && <Hint id={`${id}-hint`}>{hint}</Hint>}
      </span>
    </Tick>
  );
}
