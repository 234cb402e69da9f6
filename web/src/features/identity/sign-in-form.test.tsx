import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { expectAccessible, show } from '../../../test/render';
import { json, problem, serve } from '../../../test/server';
import { SignInForm } from './sign-in-form';

const session = {
  signedIn: true,
  account: { id: '1', displayName: 'Marie', email: 'marie@exemple.fr', language: 'fr', roles: ['CUSTOMER'] },
};

const press = () => userEvent.click(screen.getByRole('button', { name: 'Se connecter' }));

describe('signing in', () => {
  it('says what is missing, at the field', async () => {
    const calls = serve({});
    const { container } = await show(<SignInForm />, 'identity');
    await press();
    expect(await screen.findByText(/Saisissez votre adresse e-mail/)).toBeVisible();
    expect(screen.getByLabelText('Adresse e-mail')).toHaveAccessibleDescription(/Saisissez/);
    expect(screen.getByLabelText('Adresse e-mail')).toHaveFocus();
    expect(calls).toEqual([]);
    await expectAccessible(container);
  });

  it('sends what was typed and the token of the session', async () => {
    document.cookie = 'XSRF-TOKEN=token-1';
    const calls = serve({ 'POST /api/session': () => json(session) });
    const onSignedIn = vi.fn();
    await show(<SignInForm onSignedIn={onSignedIn} />, 'identity');
    await userEvent.type(screen.getByLabelText('Adresse e-mail'), 'marie@exemple.fr');
    await userEvent.type(screen.getByLabelText('Mot de passe'), 'secret');
    await press();
    await vi.waitFor(() => expect(onSignedIn).toHaveBeenCalledWith(session));
    expect(calls[0]?.body).toEqual({ email: 'marie@exemple.fr', password: 'secret' });
    expect(calls[0]?.headers.get('X-XSRF-TOKEN')).toBe('token-1');
    expect(calls[0]?.headers.get('Accept-Language')).toBe('fr');
  });

  it('gives the server’s one answer for whatever is wrong', async () => {
    serve({ 'POST /api/session': () => problem(401, 'sign-in-refused', { title: 'Connexion refusée' }) });
    await show(<SignInForm />, 'identity');
    await userEvent.type(screen.getByLabelText('Adresse e-mail'), 'marie@exemple.fr');
    await userEvent.type(screen.getByLabelText('Mot de passe'), 'faux');
    await press();
    const said = await screen.findByText('Connexion refusée');
    expect(said.closest('[tabindex]')).toHaveFocus();
  });
});
