import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { show } from '../../../test/render';
import { json, problem, serve } from '../../../test/server';
import { visit } from '../../../test/visits';
import { CancelDialog } from './cancel-dialog';

const cancelled = { ...visit, status: 'CANCELLED', allowed: [], version: 4 };
const path = `POST /api/appointments/${visit.id}/cancel`;

async function dialog() {
  const on = { onClose: vi.fn(), onCancelled: vi.fn() };
  await show(<CancelDialog visit={visit} open {...on} />, 'appointments');
  return on;
}

describe('cancelling a visit', () => {
  it('names the visit and sends the version on screen', async () => {
    const calls = serve({ [path]: () => json(cancelled) });
    const { onCancelled } = await dialog();
    expect(screen.getByText(/Ouvrir un compte, le mardi 24 novembre à 9\sh\s30, à Lyon Bellecour/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Oui, l’annuler' }));
    await vi.waitFor(() => expect(onCancelled).toHaveBeenCalledWith(cancelled));
    expect(calls[0]?.headers.get('If-Match')).toBe('"3"');
  });

  it('shows what changed when the page was old, and cancels only on a second word', async () => {
    const current = { ...visit, start: '2026-11-24T11:00:00+01:00', version: 4 };
    const answers = [problem(412, 'stale', { current }), json(cancelled)];
    const calls = serve({ [path]: () => answers.shift() });
    const { onCancelled } = await dialog();
    await userEvent.click(screen.getByRole('button', { name: 'Oui, l’annuler' }));
    expect(await screen.findByText('Votre rendez-vous a changé')).toBeVisible();
    expect(screen.getByText(/9\sh\s30/, { selector: 'del' })).toBeVisible();
    expect(screen.getByText(/11\sh\s00/, { selector: 'ins' })).toBeVisible();
    expect(onCancelled).not.toHaveBeenCalled();

    await userEvent.click(screen.getByRole('button', { name: 'L’annuler quand même' }));
    await vi.waitFor(() => expect(onCancelled).toHaveBeenCalled());
    expect(calls[1]?.headers.get('If-Match')).toBe('"4"');
  });

  it('leaves the visit alone on the way out', async () => {
    const calls = serve({});
    const { onClose } = await dialog();
    await userEvent.click(screen.getByRole('button', { name: 'Non, le garder' }));
    expect(onClose).toHaveBeenCalled();
    expect(calls).toEqual([]);
  });
});
