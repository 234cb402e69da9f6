import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { Session } from '@/generated/types.gen';
import { keeper } from '@/lib/presence/presence';
import { expectAccessible, show } from '../../../test/render';
import { problem, serve } from '../../../test/server';
import { SignIn } from './sign-in';

const inAQuarter = new Date(Date.now() + 15 * 60_000).toISOString();

const nobody: Session = {
  signedIn: false,
  codeAwaited: false,
  localSignIn: true,
  signOn: false,
  now: new Date().toISOString(),
};

const awaited: Session = { ...nobody, codeAwaited: true };

const marie: Session = {
  ...nobody,
  signedIn: true,
  account: { id: '1', displayName: 'Marie', email: 'marie@exemple.fr', language: 'fr', roles: ['CUSTOMER'] },
  times: { idleEndsAt: inAQuarter, endsAt: inAQuarter, confirmedUntil: inAQuarter },
};

const answers = {
  'GET /api/session': () => nobody,
  'POST /api/session': () => awaited,
  'POST /api/session/code': () => marie,
};

const button = (name: string) => screen.getByRole('button', { name });
const press = (name: string) => userEvent.click(button(name));

async function firstStep() {
  await userEvent.type(screen.getByLabelText('Adresse e-mail'), 'marie@exemple.fr');
  await userEvent.type(screen.getByLabelText('Mot de passe'), 'secret');
  await press('Continuer');
  return screen.findByLabelText('Votre code');
}

describe('signing in', () => {
  it('says what is missing, at the field', async () => {
    const calls = serve({});
    const { container } = await show(<SignIn />, 'identity', 'account');
    await press('Continuer');
    expect(await screen.findByText(/Saisissez votre adresse e-mail/)).toBeVisible();
    expect(screen.getByLabelText('Adresse e-mail')).toHaveAccessibleDescription(/Saisissez/);
    expect(screen.getByLabelText('Adresse e-mail')).toHaveFocus();
    expect(calls).toEqual([]);
    await expectAccessible(container);
  });

  it('asks for a code whatever was typed, and says where it would be', async () => {
    document.cookie = 'XSRF-TOKEN=token-1';
    const calls = serve(answers);
    const { container } = await show(<SignIn />, 'identity', 'account');
    const code = await firstStep();
    expect(calls.at(0)?.body).toEqual({ email: 'marie@exemple.fr', password: 'secret' });
    expect(calls.at(0)?.headers.get('X-XSRF-TOKEN')).toBe('token-1');
    expect(calls.at(0)?.headers.get('Accept-Language')).toBe('fr');
    expect(code).toHaveFocus();
    expect(code).toHaveAccessibleDescription(/Si votre adresse et votre mot de passe sont exacts/);
    expect(code).toHaveAttribute('autocomplete', 'one-time-code');
    await expectAccessible(container);
  });

  it('is done with the right code, however it is written', async () => {
    const calls = serve(answers);
    const heard = vi.spyOn(keeper, 'heard').mockReturnValue();
    const onSignedIn = vi.fn();
    await show(<SignIn onSignedIn={onSignedIn} />, 'identity', 'account');
    await userEvent.type(await firstStep(), '123 456{Enter}');
    await vi.waitFor(() => expect(onSignedIn).toHaveBeenCalledWith(marie));
    expect(calls.find(({ path }) => path === '/api/session/code')?.body).toEqual({ code: '123 456' });
    expect(heard).toHaveBeenCalledWith(marie);
  });

  it('gives the server’s one answer for whatever is wrong, and asks again', async () => {
    serve({
      ...answers,
      'GET /api/session': () => awaited,
      'POST /api/session/code': () => problem(401, 'sign-in-refused', { title: 'Connexion impossible' }),
    });
    await show(<SignIn />, 'identity', 'account');
    await firstStep();
    await userEvent.type(screen.getByLabelText('Votre code'), '111111{Enter}');
    const said = await screen.findByText('Connexion impossible');
    expect(said.closest('[tabindex]')).toHaveFocus();
    expect(screen.getByLabelText('Votre code')).toHaveValue('');
  });

  it('begins again when the sign-in was left for too long', async () => {
    serve({ ...answers, 'POST /api/session/code': () => problem(401, 'sign-in-refused') });
    await show(<SignIn />, 'identity', 'account');
    await userEvent.type(await firstStep(), '111111{Enter}');
    expect(await screen.findByText('La demande a trop attendu')).toBeVisible();
    expect(screen.getByLabelText('Mot de passe')).toHaveValue('');
  });

  it('takes a code of the sheet from who has no telephone', async () => {
    const calls = serve(answers);
    vi.spyOn(keeper, 'heard').mockReturnValue();
    const { container } = await show(<SignIn />, 'identity', 'account');
    await firstStep();
    await press('Je n’ai pas mon téléphone');
    const code = screen.getByLabelText('Code de secours');
    expect(code).toHaveFocus();
    await userEvent.type(code, '123456{Enter}');
    expect(await screen.findByText(/Saisissez un code de votre feuille/)).toBeVisible();
    await expectAccessible(container);
    await userEvent.clear(code);
    await userEvent.type(code, 'k7qm 3xtp-9dwa{Enter}');
    await vi.waitFor(() => expect(calls.at(-1)?.body).toEqual({ code: 'k7qm 3xtp-9dwa' }));
  });

  it('goes back, and the server forgets the first step', async () => {
    const calls = serve({ ...answers, 'DELETE /api/session/code': () => new Response(null, { status: 204 }) });
    await show(<SignIn />, 'identity', 'account');
    await firstStep();
    await press('Revenir');
    expect(await screen.findByLabelText('Adresse e-mail')).toHaveValue('');
    expect(calls.at(-1)?.method).toBe('DELETE');
  });

  it('sends another code after half a minute, no sooner', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
    const sent = vi.fn(() => new Response(null, { status: 204 }));
    serve({ ...answers, 'POST /api/session/code/message': sent });
    await show(<SignIn />, 'identity', 'account');
    await user.type(screen.getByLabelText('Adresse e-mail'), 'marie@exemple.fr');
    await user.type(screen.getByLabelText('Mot de passe'), 'secret{Enter}');
    await screen.findByLabelText('Votre code');
    const wait = screen.getByRole('button', { name: /^Recevoir un autre code \(dans/ });
    expect(wait).toHaveAttribute('aria-disabled', 'true');
    await user.click(wait);
    expect(sent).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(31_000);
    await user.click(button('Recevoir un autre code'));
    await vi.waitFor(() => expect(sent).toHaveBeenCalledOnce());
    expect(screen.getByRole('button', { name: /\(dans (30|29)/ })).toHaveFocus();
    vi.useRealTimers();
  });
});
