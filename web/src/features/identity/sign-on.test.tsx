import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { SecurityOverview, Session } from '@/generated/types.gen';
import { keeper } from '@/lib/presence/presence';
import { sessionQuery } from '@/lib/session';
import { expectAccessible, show } from '../../../test/render';
import { problem, serve } from '../../../test/server';
import { ConfirmationDialog } from './confirmation-dialog';
import { LinkScreen } from './link-screen';
import { REASONS, isRefusal } from './reasons';
import { ReturnedScreen } from './returned-screen';
import { SignIn } from './sign-in';

const soon = () => new Date(Date.now() + 300_000).toISOString();

const offered: Session = {
  signedIn: false,
  codeAwaited: false,
  signOn: true,
  localSignIn: true,
  now: new Date().toISOString(),
};

const marie: Session = {
  ...offered,
  signedIn: true,
  account: { id: '1', displayName: 'Marie Lefèvre', email: 'marie@exemple.fr', language: 'fr', roles: ['CUSTOMER'] },
  times: { idleEndsAt: soon(), endsAt: soon(), confirmedUntil: new Date(0).toISOString() },
};

const done = () => new Response(null, { status: 204 });
const button = (name: string) => screen.getByRole('button', { name });
const press = (name: string) => userEvent.click(button(name));
const GO = 'Utiliser la connexion de la banque';
const THERE = 'https://login.example/authorize?state=1';

/** What the server said of the session before the page was made. */
function Knowing({ session, children }: { session: Session; children: ReactNode }) {
  useQueryClient().setQueryData(sessionQuery.queryKey, session);
  return children;
}

const open = (session: Session, page: ReactNode) =>
  show(<Knowing session={session}>{page}</Knowing>, 'identity', 'account');

/** Where the browser is sent on to. */
function sentOn() {
  const assign = vi.fn();
  vi.stubGlobal('location', { assign, href: location.href, origin: location.origin });
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  return assign;
}

beforeEach(() => {
  vi.spyOn(keeper, 'heard').mockReturnValue();
});

describe('the bank’s sign-on', () => {
  it('is a way beside the password, to which the server sends the browser on', async () => {
    const calls = serve({ 'POST /api/session/sign-on': () => ({ continueAt: THERE }) });
    const assign = sentOn();
    const { container } = await open(offered, <SignIn next="/rendez-vous" />);
    expect(screen.getByLabelText('Adresse e-mail')).toBeVisible();
    await press(GO);
    await waitFor(() => expect(assign).toHaveBeenCalledExactlyOnceWith(THERE));
    expect(calls.map(({ body }) => body)).toEqual([{ confirm: false, next: '/rendez-vous' }]);
    expect(button(GO)).toBeDisabled();
    await expectAccessible(container);
  });

  it('is said to be away, and may be tried again', async () => {
    serve({
      'POST /api/session/sign-on': () =>
        problem(503, 'sign-on-unavailable', { title: 'Pas de réponse', detail: 'Plus tard.' }),
    });
    await open(offered, <SignIn />);
    await press(GO);
    expect((await screen.findByText('Plus tard.')).closest('[tabindex]')).toHaveFocus();
    expect(button(GO)).toBeEnabled();
  });

  it('is the only way where nobody comes in by password', async () => {
    const { container } = await open({ ...offered, localSignIn: false }, <SignIn />);
    expect(button(GO)).toBeVisible();
    expect(screen.queryByLabelText('Mot de passe')).toBeNull();
    await expectAccessible(container);
  });

  it('is not spoken of where the bank has none', async () => {
    await open({ ...offered, signOn: false }, <SignIn />);
    expect(screen.queryByRole('button', { name: GO })).toBeNull();
  });

  it('gets a tab of its own when the page has to wait', async () => {
    const calls = serve({ 'POST /api/session/sign-on': () => ({ continueAt: THERE }) });
    const assign = vi.fn();
    const tab = { opener: window, location: { assign } };
    vi.spyOn(window, 'open').mockReturnValue(tab as unknown as Window);
    await open(offered, <SignIn apart />);
    await press(GO);
    await waitFor(() => expect(assign).toHaveBeenCalledExactlyOnceWith(THERE));
    expect(tab.opener).toBeNull();
    expect(calls.map(({ body }) => body)).toEqual([{ confirm: false, next: '/retour' }]);
    expect(button(GO)).toBeEnabled();
  });

  it('says so when the browser opens no tab', async () => {
    const calls = serve({});
    vi.spyOn(window, 'open').mockReturnValue(null);
    await open(offered, <SignIn apart />);
    await press(GO);
    expect(await screen.findByText('Autorisez cette page à ouvrir un onglet, puis recommencez.')).toBeVisible();
    expect(calls).toEqual([]);
  });

  it.each(REASONS.filter(isRefusal))('says why it let nobody in: %s', async (reason) => {
    const { container } = await open(offered, <SignIn reason={reason} />);
    const said = container.querySelector('[tabindex="-1"]');
    expect(said).toHaveFocus();
    expect(said?.textContent).not.toContain('reason.');
    expect(button(GO)).toBeVisible();
  });

  it('tells who has signed out there too', async () => {
    await open(offered, <SignIn reason="signed-out" />);
    expect(screen.getByText('Vous êtes déconnecté').closest('[tabindex]')).toHaveFocus();
  });

  it('is followed by a code when it was not strong', async () => {
    await open({ ...offered, codeAwaited: true }, <SignIn reason="sign-on-code" />);
    expect(screen.getByLabelText('Votre code')).toHaveAccessibleDescription(/La banque vous a reconnu/);
  });

  it('is named to whoever may not come in by password', async () => {
    serve({
      'POST /api/session': () => ({ ...offered, codeAwaited: true }),
      'POST /api/session/code': () =>
        problem(403, 'local-sign-in-closed', { title: 'Utilisez la connexion de la banque', detail: 'Choisissez-la.' }),
    });
    await open(offered, <SignIn />);
    await userEvent.type(screen.getByLabelText('Adresse e-mail'), 'marie@exemple.fr');
    await userEvent.type(screen.getByLabelText('Mot de passe'), 'secret{Enter}');
    await userEvent.type(await screen.findByLabelText('Votre code'), '123456{Enter}');
    expect((await screen.findByText('Choisissez-la.')).closest('[tabindex]')).toHaveFocus();
    expect(button(GO)).toBeVisible();
  });
});

describe('linking', () => {
  const waiting = { ...offered, signOnToLink: 'M. Lefèvre' };

  it('wants to see the account first', async () => {
    const calls = serve({ 'DELETE /api/session/sign-on': done });
    const { container } = await open(waiting, <SignIn reason="sign-on-link" />);
    expect(screen.getByText('La banque vous a reconnu : M. Lefèvre')).toBeVisible();
    expect(screen.queryByRole('button', { name: GO })).toBeNull();
    await expectAccessible(container);
    await press('Ce n’est pas moi');
    expect(await screen.findByRole('button', { name: GO })).toBeVisible();
    expect(calls.map(({ method }) => method)).toEqual(['DELETE']);
  });

  it('is done when its owner says so, with both names before his eyes', async () => {
    const calls = serve({ 'PUT /api/security/sign-on': done, 'GET /api/session': () => marie });
    const onLeave = vi.fn();
    const { container } = await open({ ...marie, signOnToLink: 'M. Lefèvre' }, <LinkScreen onLeave={onLeave} />);
    expect(screen.getByText('M. Lefèvre')).toBeVisible();
    expect(screen.getByText('Marie Lefèvre, marie@exemple.fr')).toBeVisible();
    await expectAccessible(container);
    await press('Oui, les relier');
    await vi.waitFor(() => expect(onLeave).toHaveBeenCalledOnce());
    expect(calls.some(({ method, path }) => method === 'PUT' && path === '/api/security/sign-on')).toBe(true);
  });

  it('is not done when he says no, or when it cannot be', async () => {
    const calls = serve({
      'PUT /api/security/sign-on': () => problem(422, 'sign-on-not-linked', { title: 'Comptes non reliés' }),
      'DELETE /api/session/sign-on': done,
      'GET /api/session': () => marie,
    });
    const onLeave = vi.fn();
    await open({ ...marie, signOnToLink: 'M. Lefèvre' }, <LinkScreen onLeave={onLeave} />);
    await press('Oui, les relier');
    expect((await screen.findByText('Comptes non reliés')).closest('[tabindex]')).toHaveFocus();
    expect(onLeave).not.toHaveBeenCalled();
    await press('Non, ne pas les relier');
    await vi.waitFor(() => expect(onLeave).toHaveBeenCalledOnce());
    expect(calls.some(({ method }) => method === 'DELETE')).toBe(true);
  });
});

describe('coming back from there', () => {
  it('leads on to the tab that waits', async () => {
    const { container } = await show(<ReturnedScreen reason={undefined} onLeave={undefined} />, 'identity');
    expect(screen.getByRole('heading', { name: 'C’est fait' })).toBeVisible();
    expect(screen.getByText(/Revenez à l’onglet/)).toBeVisible();
    await expectAccessible(container);
  });

  it('says what did not happen, and leads on', async () => {
    const onLeave = vi.fn();
    await show(<ReturnedScreen reason="sign-on-not-confirmed" onLeave={onLeave} />, 'identity');
    expect(screen.getByText('Ce n’est pas confirmé')).toBeVisible();
    await press('Continuer');
    expect(onLeave).toHaveBeenCalledOnce();
  });
});

describe('confirming with the bank', () => {
  it('is seen when its reader is back at the page', async () => {
    const overview: SecurityOverview = { passkeys: [], recoveryCodesLeft: 0, signOnSince: '2026-11-01T09:00:00Z' };
    let confirmed = false;
    const calls = serve({
      'POST /api/session/sign-on': () => ({ continueAt: THERE }),
      'GET /api/security': () => overview,
      'POST /api/session/confirmation/message': done,
      'GET /api/session': () =>
        confirmed ? { ...marie, times: { idleEndsAt: soon(), endsAt: soon(), confirmedUntil: soon() } } : marie,
    });
    const onAnswered = vi.fn();
    await open(marie, <ConfirmationDialog onAnswered={onAnswered} />);
    await screen.findByRole('button', { name: 'Confirmer avec la connexion de la banque' });
    const assign = vi.fn();
    vi.spyOn(window, 'open').mockReturnValue({ location: { assign } } as unknown as Window);
    await press('Confirmer avec la connexion de la banque');
    await waitFor(() => expect(assign).toHaveBeenCalledExactlyOnceWith(THERE));
    expect(calls.find(({ path }) => path === '/api/session/sign-on')?.body).toEqual({ confirm: true, next: '/retour' });
    document.dispatchEvent(new Event('visibilitychange'));
    confirmed = true;
    expect(onAnswered).not.toHaveBeenCalled();
    document.dispatchEvent(new Event('visibilitychange'));
    await vi.waitFor(() => expect(onAnswered).toHaveBeenCalledWith(true));
  });
});
