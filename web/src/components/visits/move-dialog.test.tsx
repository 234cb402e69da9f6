import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { show } from '../../../test/render';
import { json, serve } from '../../../test/server';
import { visit } from '../../../test/visits';
import { MoveDialog } from './move-dialog';

const slot = { start: '2026-11-26T09:00:00+01:00', end: '2026-11-26T09:45:00+01:00', advisers: 1 };

it('moves a visit only once it is said why', async () => {
  serve({
    'GET /api/slots': () =>
      json({
        zone: 'Europe/Paris',
        horizon: { from: '2026-11-24', to: '2027-02-22' },
        firstAvailable: slot,
        days: [{ date: '2026-11-26', slots: [slot] }],
      }),
  });
  const onConfirm = vi.fn();
  await show(
    <MoveDialog
      visit={visit}
      likely={undefined}
      pending={false}
      error={null}
      onConfirm={onConfirm}
      onClose={() => undefined}
    />,
    'visits',
    'slots',
  );
  await userEvent.click(await screen.findByRole('button', { name: 'Choisir ce créneau' }));
  await userEvent.click(screen.getByRole('button', { name: 'Déplacer à ce créneau' }));
  expect(screen.getByText('Choisissez une raison.')).toBeVisible();
  expect(onConfirm).not.toHaveBeenCalled();

  await userEvent.click(screen.getByLabelText('Le conseiller est absent'));
  await userEvent.click(screen.getByRole('button', { name: 'Déplacer à ce créneau' }));
  expect(onConfirm).toHaveBeenCalledWith({
    start: slot.start,
    adviserId: visit.adviser.id,
    reason: 'Le conseiller est absent',
  });
});
