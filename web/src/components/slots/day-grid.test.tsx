import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { expectAccessible, show } from '../../../test/render';
import { DayGrid } from './day-grid';

const slots = [{ start: '2026-11-24T09:00:00+01:00', end: '2026-11-24T09:30:00+01:00', advisers: 1 }];
const days = ['2026-11-24', '2026-11-26', '2026-12-01', '2026-12-03'].map((date) => ({ date, slots }));

async function grid(selected?: string) {
  const onSelect = vi.fn();
  const shown = await show(
    <DayGrid monday="2026-11-23" today="2026-11-24" days={days} selected={selected} onSelect={onSelect} />,
    'slots',
  );
  return { onSelect, ...shown };
}

const day = (name: RegExp) => screen.getByRole('button', { name });

describe('the grid of days', () => {
  it('offers only days with something left, and says how much', async () => {
    const { container } = await grid();
    expect(screen.getAllByRole('button')).toHaveLength(4);
    expect(day(/mardi 24 novembre, 1 créneau/)).toBeVisible();
    expect(screen.getByText('mercredi 25 novembre, aucun créneau')).toBeInTheDocument();
    await expectAccessible(container);
  });

  it('is one stop for the keyboard; arrows walk over the days that are free', async () => {
    const { onSelect } = await grid();
    const user = userEvent.setup();
    await user.tab();
    expect(day(/24 novembre, 1/)).toHaveFocus();
    await user.keyboard('{ArrowRight}');
    expect(day(/26 novembre, 1/)).toHaveFocus();
    await user.keyboard('{ArrowDown}');
    expect(day(/3 décembre, 1/)).toHaveFocus();
    await user.keyboard('{ArrowUp}{Home}{End}{ArrowRight}');
    expect(day(/3 décembre, 1/)).toHaveFocus();
    expect(onSelect).not.toHaveBeenCalled();
    await user.keyboard('{Enter}');
    expect(onSelect).toHaveBeenCalledExactlyOnceWith('2026-12-03');
  });

  it('marks the chosen day', async () => {
    await grid('2026-11-26');
    expect(day(/26 novembre, 1/)).toHaveAttribute('aria-pressed', 'true');
    expect(day(/24 novembre, 1/)).toHaveAttribute('aria-current', 'date');
  });
});
