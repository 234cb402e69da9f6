import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { expectAccessible, show } from '../../../test/render';
import { json, problem, serve } from '../../../test/server';
import { branch, hold, reason, start, visit } from '../../../test/visits';
import { ConfirmBooking } from './confirm-booking';

async function confirm(signedIn = true) {
  const on = { onPick: vi.fn(), onOther: vi.fn(), onBooked: vi.fn() };
  const shown = await show(
    <ConfirmBooking
      branch={branch}
      reason={reason}
      start={start}
      signedIn={signedIn}
      signIn={<p>Formulaire de connexion</p>}
      {...on}
    />,
    'appointments',
    'slots',
  );
  return { ...on, ...shown };
}

const submit = () => screen.findByRole('button', { name: 'Confirmer le rendez-vous' });

describe('confirming a booking', () => {
  it('asks a stranger to sign in and holds nothing yet', async () => {
    const calls = serve({});
    await confirm(false);
    expect(screen.getByText('Formulaire de connexion')).toBeVisible();
    expect(calls).toEqual([]);
  });

  it('holds the slot, says for how long, and names the adviser', async () => {
    const calls = serve({ 'POST /api/holds': () => json(hold(), 201) });
    const { container } = await confirm();
    expect(await screen.findByText(/gardé pour vous encore 10\smin/)).toBeVisible();
    expect(screen.getByText(/avec Sophie Martin/)).toBeVisible();
    expect(screen.getByText('Pièce d’identité')).toBeVisible();
    expect(calls[0]?.body).toEqual({ branchId: branch.id, reasonId: reason.id, start });
    await expectAccessible(container);
  });

  it('does not promise more than ten minutes to a clock that is a little behind', async () => {
    serve({ 'POST /api/holds': () => json(hold(601_500), 201) });
    await confirm();
    expect(await screen.findByText(/gardé pour vous encore 10\smin/)).toBeVisible();
  });

  it('books once for a double click', async () => {
    const calls = serve({
      'POST /api/holds': () => json(hold(), 201),
      'POST /api/appointments': () => json(visit, 201),
    });
    const { onBooked } = await confirm();
    const button = await submit();
    fireEvent.click(button);
    fireEvent.click(button);
    await waitFor(() => expect(onBooked).toHaveBeenCalled());
    const keys = calls
      .filter(({ path }) => path === '/api/appointments')
      .map(({ headers }) => headers.get('Idempotency-Key'));
    expect(new Set(keys).size).toBe(1);
    expect(onBooked).toHaveBeenCalledWith(visit);
    expect(calls.filter(({ path }) => path === '/api/holds')).toHaveLength(1);
  });

  it('offers the nearest slots when someone else was faster, and takes the focus there', async () => {
    const near = { start: '2026-11-24T10:00:00+01:00', end: '2026-11-24T10:45:00+01:00', advisers: 1 };
    serve({ 'POST /api/holds': () => problem(409, 'slot-taken', { nearest: [near] }) });
    const { onPick } = await confirm();
    const notice = await screen.findByText('Ce créneau vient d’être pris par quelqu’un d’autre');
    expect(notice.closest('[tabindex]')).toHaveFocus();
    await userEvent.click(screen.getByRole('button', { name: /mardi 24 novembre à 10\sh\s00/ }));
    expect(onPick).toHaveBeenCalledWith(near);
  });

  it('tells when the time is over and asks for the slot again under a new key', async () => {
    const expiries = [50, 600_000];
    const calls = serve({ 'POST /api/holds': () => json(hold(expiries.shift()), 201) });
    await confirm();
    await userEvent.click(await screen.findByRole('button', { name: 'Demander ce créneau à nouveau' }));
    expect(await submit()).toBeEnabled();
    const [first, second] = calls.map(({ headers }) => headers.get('Idempotency-Key'));
    expect(first).not.toBe(second);
  });

  it.each([
    ['hold-expired', 'Les 10 minutes sont passées et quelqu’un d’autre a pris ce créneau'],
    ['hold-not-found', 'Ce créneau n’est plus gardé pour vous'],
    ['customer-already-booked', 'customer-already-booked'],
  ])('says what to do when the server answers %s at the last moment', async (type, said) => {
    serve({
      'POST /api/holds': () => json(hold(), 201),
      'POST /api/appointments': () => problem(409, type),
    });
    const { onBooked } = await confirm();
    await userEvent.click(await submit());
    expect(await screen.findByText(said)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Choisir un autre créneau' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Confirmer le rendez-vous' })).not.toBeInTheDocument();
    expect(onBooked).not.toHaveBeenCalled();
  });

  it('keeps the slot and the button when nobody answers, for another try with the same key', async () => {
    const answers = [problem(503, 'unavailable'), json(visit, 201)];
    const calls = serve({
      'POST /api/holds': () => json(hold(), 201),
      'POST /api/appointments': () => answers.shift(),
    });
    const { onBooked } = await confirm();
    await userEvent.click(await submit());
    await userEvent.click(await screen.findByRole('button', { name: 'Réessayer' }));
    await waitFor(() => expect(onBooked).toHaveBeenCalledWith(visit));
    const keys = calls
      .filter(({ path }) => path === '/api/appointments')
      .map(({ headers }) => headers.get('Idempotency-Key'));
    expect(keys[0]).toBe(keys[1]);
  });

  it('gives the slot back when another is wanted', async () => {
    const held = hold();
    const calls = serve({
      'POST /api/holds': () => json(held, 201),
      [`DELETE /api/holds/${held.id}`]: () => new Response(null, { status: 204 }),
    });
    const { onOther } = await confirm();
    await submit();
    await userEvent.click(screen.getByRole('button', { name: 'Choisir un autre créneau' }));
    expect(onOther).toHaveBeenCalled();
    await waitFor(() => expect(calls.at(-1)?.method).toBe('DELETE'));
    expect(calls).toHaveLength(2);
  });
});
