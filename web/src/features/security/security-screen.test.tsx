import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { SecurityOverview } from '@/generated/types.gen';
import { expectAccessible, show } from '../../../test/render';
import { problem, serve, type Call } from '../../../test/server';
import { SecurityScreen } from './security-screen';

const bare: SecurityOverview = { passwordSince: '2026-11-01T09:00:00Z', passkeys: [], recoveryCodesLeft: 0 };

const passkey = {
  id: '0197a3f0-0000-7000-8000-000000000001',
  label: 'Téléphone de Marie',
  backedUp: true,
  createdAt: '2026-11-02T09:00:00Z',
  lastUsedAt: '2026-11-20T09:00:00Z',
};

const sheet = { codes: ['K7QM-3XTP-9DWA', 'B6RV-B2RB-Q65F'] };

const done = () => new Response(null, { status: 204 });

const later = new Date(Date.now() + 900_000).toISOString();

const session = {
  signedIn: true,
  codeAwaited: false,
  signOn: false,
  localSignIn: true,
  now: new Date().toISOString(),
  account: { id: '1', displayName: 'Marie Lefèvre', email: 'marie@exemple.fr', language: 'fr', roles: ['CUSTOMER'] },
  times: { idleEndsAt: later, endsAt: later, confirmedUntil: later },
};

const sessions = {
  items: [
    { id: 'a', current: true, device: 'Firefox, Windows', address: '192.0.2.1', beganAt: later, lastUsedAt: later },
    { id: 'b', current: false, address: '198.51.100.7', beganAt: later, lastUsedAt: later },
  ],
};

async function open(overview: SecurityOverview, answers: Record<string, (call: Call) => unknown> = {}) {
  let now = overview;
  const calls = serve({
    'GET /api/session': () => session,
    'GET /api/security': () => now,
    'GET /api/sessions': () => sessions,
    ...answers,
  });
  const shown = await show(
    <SecurityScreen protect={(label) => <a href="/p">{label}</a>} activity={(label) => <a href="/a">{label}</a>} />,
    'security',
    'account',
  );
  await screen.findByRole('heading', { name: 'Comment vous vous connectez' });
  return { ...shown, calls, becomes: (next: SecurityOverview) => (now = next) };
}

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

describe('the security of an account', () => {
  it('is told in words, and advises who has nothing but a password', async () => {
    const { container } = await open(bare);
    expect(screen.getByText('Avec votre mot de passe et un code reçu par e-mail.')).toBeVisible();
    expect(screen.getByText('Votre compte peut être mieux protégé')).toBeVisible();
    await screen.findByText(/Firefox, Windows/);
    await expectAccessible(container);
  });

  it('leaves those in peace who did something', async () => {
    await open({ ...bare, passkeys: [passkey], recoveryCodesLeft: 2, mobile: '•• •• •• •• 78' });
    expect(screen.getByText('Avec votre mot de passe et un code reçu par SMS au •• •• •• •• 78.')).toBeVisible();
    expect(screen.getByText('Ou avec votre clé d’accès, sans mot de passe.')).toBeVisible();
    expect(screen.getByText(/Il reste 2 codes.*nouvelle feuille/)).toBeVisible();
    expect(screen.queryByText('Votre compte peut être mieux protégé')).toBeNull();
  });

  it('shows the rules of a password before it is typed, and the server’s reason at the field', async () => {
    const { container, calls } = await open(bare, {
      'PUT /api/security/password': () =>
        problem(422, 'invalid', { errors: [{ field: 'password', message: 'Ce mot de passe est trop connu.' }] }),
    });
    await press('Changer de mot de passe');
    const field = await screen.findByLabelText('Nouveau mot de passe');
    expect(field).toHaveAccessibleDescription(/Au moins 12 caractères/);
    expect(field).toHaveAttribute('autocomplete', 'new-password');
    await userEvent.type(field, 'court{Enter}');
    expect(await screen.findByText('Choisissez au moins 12 caractères.')).toBeVisible();
    expect(screen.getByText('Saisissez votre mot de passe actuel.')).toBeVisible();
    const current = screen.getByLabelText('Mot de passe actuel');
    expect(current).toHaveAttribute('autocomplete', 'current-password');
    await userEvent.type(current, 'celui de maintenant');
    expect(calls.some(({ method }) => method === 'PUT')).toBe(false);
    await userEvent.type(field, ' mais plus long{Enter}');
    expect(await screen.findByText('Ce mot de passe est trop connu.')).toBeVisible();
    expect(field).toHaveAttribute('aria-invalid', 'true');
    await expectAccessible(container);
  });

  it('says at its field that the current password is not right', async () => {
    const { container, calls } = await open(bare, {
      'PUT /api/security/password': () =>
        problem(422, 'invalid', { errors: [{ field: 'currentPassword', message: 'Ce n’est pas le bon.' }] }),
    });
    await press('Changer de mot de passe');
    await userEvent.type(await screen.findByLabelText('Mot de passe actuel'), 'autre chose');
    await userEvent.type(screen.getByLabelText('Nouveau mot de passe'), 'un pont de pierre{Enter}');
    expect(await screen.findByText('Ce n’est pas le bon.')).toBeVisible();
    expect(calls.find(({ method }) => method === 'PUT')?.body).toEqual({
      currentPassword: 'autre chose',
      password: 'un pont de pierre',
    });
    await expectAccessible(container);
  });

  it('asks for no current password where there is none', async () => {
    const { calls } = await open(
      { passkeys: [], recoveryCodesLeft: 0 },
      { 'PUT /api/security/password': () => new Response(null, { status: 204 }) },
    );
    await press('Choisir un mot de passe');
    expect(screen.queryByLabelText('Mot de passe actuel')).toBeNull();
    await userEvent.type(await screen.findByLabelText('Nouveau mot de passe'), 'un pont de pierre{Enter}');
    expect(await screen.findByText('Votre mot de passe est changé')).toBeVisible();
    expect(calls.find(({ method }) => method === 'PUT')?.body).toEqual({ password: 'un pont de pierre' });
  });

  it('warns who takes the last protection away', async () => {
    const { calls, becomes } = await open(
      { ...bare, passkeys: [passkey] },
      {
        [`DELETE /api/security/passkeys/${passkey.id}`]: () => {
          becomes(bare);
          return done();
        },
      },
    );
    await press('Retirer la clé Téléphone de Marie');
    const dialog = screen.getByRole('dialog');
    expect(dialog).toHaveTextContent('votre dernière protection en plus du mot de passe');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Oui, la retirer' }));
    const said = await screen.findByText('La clé d’accès est retirée');
    expect(said.closest('[tabindex]')).toHaveFocus();
    expect(calls.some(({ method }) => method === 'DELETE')).toBe(true);
    expect(screen.getByText('Vous n’avez pas encore de clé d’accès.')).toBeVisible();
  });

  it('does not call it the last one when there is a sheet', async () => {
    await open({ ...bare, passkeys: [passkey], recoveryCodesLeft: 9 });
    await press('Retirer la clé Téléphone de Marie');
    expect(screen.getByRole('dialog')).not.toHaveTextContent('dernière protection');
  });

  it('shows a new sheet once, and prints nothing else', async () => {
    const print = vi.spyOn(window, 'print').mockReturnValue();
    const { container, becomes } = await open(bare, {
      'POST /api/security/recovery-codes': () => {
        becomes({ ...bare, recoveryCodesLeft: 10 });
        return sheet;
      },
    });
    await press('Préparer une feuille');
    const paper = (await screen.findByText('K7QM-3XTP-9DWA')).closest('[data-printed="alone"]');
    expect(paper).toHaveTextContent('Compte de Marie Lefèvre');
    expect(screen.getByText('Ces codes ne sont montrés qu’une fois').closest('[tabindex]')).toHaveFocus();
    await expectAccessible(container);
    await press('Imprimer');
    expect(print).toHaveBeenCalledOnce();
    await press('Je l’ai rangée en lieu sûr');
    expect(await screen.findByText('Il reste 10 codes sur votre feuille.')).toBeVisible();
    expect(screen.queryByText('K7QM-3XTP-9DWA')).toBeNull();
  });

  it('asks before a new sheet makes the old one worthless', async () => {
    const { calls } = await open({ ...bare, recoveryCodesLeft: 4 });
    await press('Préparer une nouvelle feuille');
    expect(screen.getByRole('dialog')).toHaveTextContent('Les codes de l’ancienne feuille ne marcheront plus.');
    await press('Annuler');
    expect(calls.some(({ method }) => method === 'POST')).toBe(false);
  });

  it('draws the secret of an app and takes its first code', async () => {
    const { calls, becomes, container } = await open(bare, {
      'POST /api/security/authenticator-app': () => ({
        secret: 'ABCD EFGH',
        uri: 'otpauth://totp/Guichet:marie@exemple.fr?secret=ABCDEFGH&issuer=Guichet',
      }),
      'POST /api/security/authenticator-app/confirmation': () => {
        becomes({ ...bare, authenticatorAppSince: '2026-11-20T09:00:00Z' });
        return done();
      },
    });
    await press('Ajouter une application');
    expect(await screen.findByRole('img', { name: /Carré à lire/ })).toBeVisible();
    expect(screen.getByText('ABCD EFGH')).toBeInTheDocument();
    await expectAccessible(container);
    await userEvent.type(screen.getByLabelText('Votre code'), '123456{Enter}');
    const said = await screen.findByText('Votre application est prête');
    expect(said.closest('[tabindex]')).toHaveFocus();
    expect(calls.find(({ path }) => path.endsWith('confirmation'))?.body).toEqual({ code: '123456' });
    expect(screen.getByText(/Vous utilisez une application depuis/)).toBeVisible();
  });

  it('sends a code to a new number before it counts', async () => {
    const { calls } = await open(bare, {
      'POST /api/security/mobile': done,
      'POST /api/security/mobile/confirmation': done,
    });
    await press('Recevoir les codes par SMS');
    expect(await screen.findByText('Un SMS protège moins bien')).toBeVisible();
    expect(screen.getByText('Voir les moyens plus sûrs')).toBeVisible();
    await userEvent.type(screen.getByLabelText('Numéro de mobile'), 'mon numéro{Enter}');
    expect(await screen.findByText(/Saisissez un numéro de mobile/)).toBeVisible();
    await userEvent.clear(screen.getByLabelText('Numéro de mobile'));
    await userEvent.type(screen.getByLabelText('Numéro de mobile'), '06 12 34 56 78{Enter}');
    await userEvent.type(await screen.findByLabelText('Votre code'), '123456{Enter}');
    expect(await screen.findByText('Vos codes arriveront par SMS')).toBeVisible();
    expect(calls.find(({ path }) => path.endsWith('mobile/confirmation'))?.body).toEqual({
      number: '06 12 34 56 78',
      code: '123456',
    });
  });

  it('keeps the focus where somebody is at work', async () => {
    await open(bare);
    await press('Changer de mot de passe');
    await vi.waitFor(() => expect(screen.getByLabelText('Mot de passe actuel')).toHaveFocus());
    await press('Annuler');
    await vi.waitFor(() => expect(screen.getByRole('button', { name: 'Changer de mot de passe' })).toHaveFocus());
    await press('Recevoir les codes par SMS');
    // What is risked is said before the field.
    await vi.waitFor(() => expect(screen.getByRole('heading', { name: 'Codes par message' })).toHaveFocus());
  });

  it('ends another session, never this one', async () => {
    const { calls } = await open(bare, { 'DELETE /api/sessions/b': done });
    expect(await screen.findByText('(Cet appareil)', { exact: false })).toHaveTextContent('Firefox, Windows');
    expect(screen.getAllByRole('button', { name: /^Déconnecter (Appareil|Firefox)/ })).toHaveLength(1);
    await press('Déconnecter Appareil inconnu');
    expect(await screen.findByText('L’appareil est déconnecté')).toBeVisible();
    expect(calls.some(({ method, path }) => method === 'DELETE' && path === '/api/sessions/b')).toBe(true);
  });

  it('offers the bank’s sign-on, and takes it away again', async () => {
    const withSignOn = { 'GET /api/session': () => ({ ...session, signOn: true }) };
    const linked = { ...bare, signOnSince: '2026-11-02T09:00:00Z' };
    const { calls, becomes, container } = await open(linked, {
      ...withSignOn,
      'DELETE /api/security/sign-on': () => {
        becomes(bare);
        return done();
      },
    });
    expect(screen.getByText('Avec la connexion de la banque.')).toBeVisible();
    expect(screen.queryByText('Votre compte peut être mieux protégé')).toBeNull();
    await press('Détacher la connexion de la banque');
    await expectAccessible(container);
    await press('Oui, la détacher');
    const said = await screen.findByText('La connexion de la banque est détachée');
    expect(said.closest('[tabindex]')).toHaveFocus();
    expect(calls.some(({ method, path }) => method === 'DELETE' && path === '/api/security/sign-on')).toBe(true);
    expect(screen.getByRole('button', { name: 'Relier la connexion de la banque' })).toBeVisible();
  });

  it('keeps the bank’s sign-on for who has nothing else', async () => {
    await open(
      { ...bare, signOnSince: '2026-11-02T09:00:00Z' },
      {
        'GET /api/session': () => ({ ...session, signOn: true, localSignIn: false }),
        'DELETE /api/security/sign-on': () =>
          problem(409, 'sign-on-needed', { title: 'Gardez la connexion de la banque' }),
      },
    );
    expect(screen.queryByText('Mot de passe')).toBeNull();
    await press('Détacher la connexion de la banque');
    await press('Oui, la détacher');
    expect(await screen.findByText('Gardez la connexion de la banque')).toBeVisible();
  });
});
