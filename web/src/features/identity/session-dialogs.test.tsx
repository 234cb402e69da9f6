import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SecurityOverview, Session } from '@/generated/types.gen';
import { renamePasskey } from '@/generated/sdk.gen';
import { isProblem } from '@/lib/api/problems';
import { answerConfirmation } from '@/lib/confirmation';
import type { Presence } from '@/lib/presence/keeper';
import { keeper } from '@/lib/presence/presence';
import { expectAccessible, show } from '../../../test/render';
import { problem, serve, type Call } from '../../../test/server';
import { SessionDialogs } from './session-dialogs';

const later = (millis: number) => new Date(Date.now() + millis).toISOString();

const marie = (): Session => ({
  signedIn: true,
  codeAwaited: false,
  localSignIn: true,
  signOn: false,
  now: later(0),
  account: { id: '1', displayName: 'Marie', email: 'marie@exemple.fr', language: 'fr', roles: ['CUSTOMER'] },
  times: { idleEndsAt: later(900_000), endsAt: later(9_000_000), confirmedUntil: later(0) },
});

const bare: SecurityOverview = { passkeys: [], recoveryCodesLeft: 0 };
const done = () => new Response(null, { status: 204 });
const required = () => problem(403, 'confirmation-required', { title: 'Confirmez que c’est bien vous' });

function presenceIs(presence: Presence) {
  vi.spyOn(keeper, 'presence', 'get').mockReturnValue(presence);
}

const dialog = () => screen.findByRole('dialog');
const button = (name: string | RegExp) => screen.findByRole('button', { name });

beforeEach(() => {
  vi.spyOn(keeper, 'heard').mockReturnValue();
});

afterEach(() => answerConfirmation(false));

describe('the end of a session', () => {
  it('is announced with time to stay', async () => {
    presenceIs({ state: 'warned', endsAt: Date.now() + 59_900, last: false });
    const stay = vi.spyOn(keeper, 'stay').mockResolvedValue();
    const { container } = await show(<SessionDialogs />, 'identity', 'account');
    expect(await dialog()).toHaveAccessibleName(/^Vous êtes encore là/);
    expect(await dialog()).toHaveTextContent(/déconnecterons dans (60|59) secondes/);
    await expectAccessible(container);
    await userEvent.click(await button('Rester connecté'));
    expect(stay).toHaveBeenCalledOnce();
  });

  it('is read aloud every twenty seconds, not every second', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    presenceIs({ state: 'warned', endsAt: Date.now() + 60_000, last: false });
    await show(<SessionDialogs />, 'identity', 'account');
    const spoken = (await dialog()).querySelector('[role="status"]');
    const heard = new Set<string | null | undefined>();
    for (let second = 0; second < 58; second++) {
      heard.add(spoken?.textContent);
      await act(() => vi.advanceTimersByTimeAsync(1_000));
    }
    expect(heard.size).toBe(3);
    vi.useRealTimers();
  });

  it('that nothing puts off is only told', async () => {
    presenceIs({ state: 'warned', endsAt: Date.now() + 119_000, last: true });
    const acknowledge = vi.spyOn(keeper, 'acknowledge').mockReturnValue();
    await show(<SessionDialogs />, 'identity', 'account');
    expect(await dialog()).toHaveAccessibleName('Votre session se termine bientôt');
    await userEvent.click(await button('J’ai compris'));
    expect(acknowledge).toHaveBeenCalledOnce();
  });

  it('leads on to the bank’s sign-on when that is to be left as well', async () => {
    presenceIs({ state: 'warned', endsAt: Date.now() + 59_900, last: false });
    const signedOut = vi.spyOn(keeper, 'signedOut').mockReturnValue();
    serve({ 'DELETE /api/session': () => ({ continueAt: 'https://login.example/logout?state=1' }) });
    await show(<SessionDialogs />, 'identity', 'account');
    await userEvent.click(await button('Se déconnecter'));
    await vi.waitFor(() => expect(signedOut).toHaveBeenCalledWith('https://login.example/logout?state=1'));
  });

  it('asks who is there, over the page, with both steps', async () => {
    presenceIs({ state: 'gone' });
    serve({ 'POST /api/session': () => ({ ...marie(), signedIn: false, codeAwaited: true }) });
    const { container } = await show(<SessionDialogs />, 'identity', 'account');
    expect(await dialog()).toHaveAccessibleName('Votre session est terminée');
    expect(screen.getByLabelText('Adresse e-mail')).toHaveValue('');
    await expectAccessible(container);
    await userEvent.type(screen.getByLabelText('Adresse e-mail'), 'marie@exemple.fr');
    await userEvent.type(screen.getByLabelText('Mot de passe'), 'secret{Enter}');
    expect(await screen.findByLabelText('Votre code')).toHaveFocus();
  });
});

describe('an act that needs a fresh proof', () => {
  /** The server does it once somebody has confirmed. */
  function serveConfirming(overview: SecurityOverview): Call[] {
    let proven = false;
    return serve({
      'GET /api/security': () => overview,
      'PUT /api/security/passkeys/7': () => (proven ? done() : required()),
      'POST /api/session/confirmation/message': done,
      'POST /api/session/confirmation/code': ({ body }) => {
        if ((body as { code: string }).code !== '123456') {
          return problem(422, 'confirmation-refused', { title: 'Ce n’est pas confirmé' });
        }
        proven = true;
        document.cookie = 'XSRF-TOKEN=after';
        return marie();
      },
    });
  }

  const rename = () => renamePasskey({ path: { id: '7' }, body: { label: 'Téléphone' } });

  it('asks for the code just sent, and is done afterwards', async () => {
    document.cookie = 'XSRF-TOKEN=before';
    const calls = serveConfirming(bare);
    const { container } = await show(<SessionDialogs />, 'identity', 'account');
    const act = rename();
    expect(await dialog()).toHaveAccessibleName('Confirmez que c’est bien vous');
    expect(await screen.findByText(/que nous venons de vous envoyer par e-mail/)).toBeVisible();
    await expectAccessible(container);
    await userEvent.type(screen.getByLabelText('Votre code'), '111111{Enter}');
    expect(await screen.findByText('Ce n’est pas confirmé')).toBeVisible();
    await userEvent.type(screen.getByLabelText('Votre code'), '123456{Enter}');
    await act;
    const tries = calls.filter(({ method }) => method === 'PUT');
    expect(tries.map(({ body }) => body)).toEqual([{ label: 'Téléphone' }, { label: 'Téléphone' }]);
    // Confirming changes the token; the second try carries the new one.
    expect(tries.map(({ headers }) => headers.get('X-XSRF-TOKEN'))).toEqual(['before', 'after']);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('does not send a code to who has an app', async () => {
    const calls = serveConfirming({ ...bare, authenticatorAppSince: '2026-11-01T09:00:00Z', recoveryCodesLeft: 4 });
    await show(<SessionDialogs />, 'identity', 'account');
    const act = rename();
    expect(await screen.findByText(/Ouvrez votre application/)).toBeVisible();
    expect(screen.queryByRole('button', { name: /Recevoir/ })).toBeNull();
    expect(await button('Je n’ai pas mon téléphone')).toBeVisible();
    await userEvent.type(screen.getByLabelText('Votre code'), '123456{Enter}');
    await act;
    expect(calls.some(({ path }) => path === '/api/session/confirmation/message')).toBe(false);
  });

  it('is left undone by who would rather not, and says why', async () => {
    serveConfirming(bare);
    await show(<SessionDialogs />, 'identity', 'account');
    const act = rename().catch((error: unknown) => error);
    await userEvent.click(await button('Annuler'));
    const failure = await act;
    expect(isProblem(failure, 'confirmation-required')).toBe(true);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('asks once for several acts at the same time', async () => {
    const calls = serveConfirming(bare);
    await show(<SessionDialogs />, 'identity', 'account');
    const acts = Promise.all([rename(), rename()]);
    await userEvent.type(await screen.findByLabelText('Votre code'), '123456{Enter}');
    await acts;
    expect(calls.filter(({ path }) => path === '/api/session/confirmation/code')).toHaveLength(1);
  });
});
