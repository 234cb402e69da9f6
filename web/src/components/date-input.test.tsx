import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { expectAccessible, show } from '../../test/render';
import { DateField } from './fields';

const onChange = vi.fn();

function Kept() {
  const [value, setValue] = useState('2026-11-20');
  const change = (date: string) => {
    onChange(date);
    setValue(date);
  };
  return <DateField label="Premier jour" value={value} onChange={change} />;
}

const field = () => screen.getByLabelText('Premier jour');

describe('a date field', () => {
  it('shows the day first, whatever the browser would do', async () => {
    const { container } = await show(<Kept />);
    expect(field()).toHaveValue('20/11/2026');
    await expectAccessible(container);
  });

  it('gives the date once it can be read, and what was typed before', async () => {
    await show(<Kept />);
    await userEvent.clear(field());
    await userEvent.type(field(), '6/12/2026');
    expect(onChange).toHaveBeenCalledWith('6/12');
    expect(onChange).not.toHaveBeenCalledWith('2020-12-06');
    expect(onChange).toHaveBeenLastCalledWith('2026-12-06');
    expect(field()).toHaveValue('6/12/2026');
    await userEvent.tab();
    expect(field()).toHaveValue('06/12/2026');
  });

  it('reads a short year when the field is left', async () => {
    await show(<Kept />);
    await userEvent.clear(field());
    await userEvent.type(field(), '6/12/26{Enter}');
    expect(onChange).toHaveBeenLastCalledWith('2026-12-06');
    expect(field()).toHaveValue('06/12/2026');
  });

  it('lends the calendar of the browser', async () => {
    await show(<Kept />);
    const open = vi.fn();
    HTMLInputElement.prototype.showPicker = open;
    await userEvent.click(screen.getByRole('button', { name: 'Ouvrir le calendrier' }));
    expect(open).toHaveBeenCalledOnce();
  });
});
