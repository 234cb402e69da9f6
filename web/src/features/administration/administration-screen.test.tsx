import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { Session, StaffMember, StaffProposal } from '@/generated/types.gen';
import { keeper } from '@/lib/presence/presence';
import { expectAccessible, show } from '../../../test/render';
import { json, problem, serve } from '../../../test/server';
import { AdministrationScreen } from './administration-screen';

const anna = '0197a3f0-0000-7000-8000-000000000001';
const bernard = '0197a3f0-0000-7000-8000-000000000002';

const session: Session = {
  signedIn: true,
  codeAwaited: false,
  localSignIn: true,
  signOn: false,
  now: '2026-11-24T09:00:00Z',
  account: { id: anna, displayName: 'Anna', email: 'anna@exemple.fr', language: 'fr', roles: ['ADMINISTRATOR'] },
  times: { idleEndsAt: '2026-11-24T10:00:00Z', endsAt: '2026-11-24T20:00:00Z', confirmedUntil: '2026-11-24T09:05:00Z' },
};

const member = (more: Partial<StaffMember>): StaffMember => ({
  id: bernard,
  displayName: 'Bernard Petit',
  email: 'bernard@exemple.fr',
  language: 'fr',
  roles: ['QUALITY'],
  status: 'ACTIVE',
  passwordChosen: true,
  appOrPasskey: false,
  version: 3,
  ...more,
});

const proposal: StaffProposal = {
  id: '0197a3f0-0000-7000-8000-000000000003',
  kind: 'SUSPEND',
  accountId: bernard,
  displayName: 'Bernard Petit',
  email: 'bernard@exemple.fr',
  reason: 'LEFT',
  proposedBy: { id: '0197a3f0-0000-7000-8000-000000000004', displayName: 'Claire Roux' },
  proposedAt: '2026-11-23T09:00:00Z',
  expiresAt: '2026-11-30T09:00:00Z',
  mayDecide: true,
  mayWithdraw: false,
};

const answers = {
  'GET /api/session': () => session,
  'GET /api/staff': () => ({ items: [member({ id: anna, displayName: 'Anna' }), member({})] }),
  'GET /api/staff/proposals': () => ({ items: [] as StaffProposal[] }),
};

const button = (name: string | RegExp) => screen.findByRole('button', { name });

async function open() {
  vi.spyOn(keeper, 'heard').mockReturnValue();
  const shown = await show(<AdministrationScreen search={{}} onSearch={() => undefined} />, 'administration', 'staff');
  await screen.findByRole('table');
  return shown;
}

/** jsdom has no popovers; what is behind the button is there all the same. */
async function choose(act: string) {
  const row = screen.getByRole('row', { name: /Bernard Petit/ });
  await userEvent.click(within(row).getByText(act));
}

describe('the administration of staff', () => {
  it('shows who works here and as what, and lets nobody change himself', async () => {
    serve({
      ...answers,
      'GET /api/staff': () => ({
        items: [member({ id: anna, displayName: 'Anna' }), member({ status: 'SUSPENDED', passwordChosen: false })],
      }),
    });
    const { container } = await open();
    const row = screen.getByRole('row', { name: /Bernard Petit/ });
    expect(row).toHaveTextContent(/Qualité/);
    expect(row).toHaveTextContent(/Suspendu/);
    expect(row).toHaveTextContent(/Pas encore de mot de passe/);
    expect(screen.getByRole('row', { name: /^Anna/ })).toHaveTextContent('C’est vous');
    await expectAccessible(container);
  });

  it('says so when nobody matches', async () => {
    serve({ ...answers, 'GET /api/staff': () => ({ items: [] }) });
    vi.spyOn(keeper, 'heard').mockReturnValue();
    await show(<AdministrationScreen search={{}} onSearch={() => undefined} />, 'administration', 'staff');
    expect(await screen.findByText('Personne ne correspond')).toBeVisible();
  });

  it('says what went wrong', async () => {
    serve({ ...answers, 'GET /api/staff': () => problem(500, 'unexpected') });
    vi.spyOn(keeper, 'heard').mockReturnValue();
    await show(<AdministrationScreen search={{}} onSearch={() => undefined} />, 'administration', 'staff');
    expect(await screen.findByRole('alert')).toBeVisible();
  });

  it('suspends with a reason, against the version on screen', async () => {
    const calls = serve({
      ...answers,
      [`POST /api/staff/${bernard}/suspend`]: () => ({ member: member({ status: 'SUSPENDED', version: 4 }) }),
    });
    const { container } = await open();
    await choose('Suspendre l’accès');
    await userEvent.click(await screen.findByLabelText('Longue absence'));
    await expectAccessible(container);
    await userEvent.click(await button('Suspendre l’accès'));
    expect(await screen.findByText('L’accès de Bernard Petit est suspendu.')).toBeVisible();
    const sent = calls.find(({ method }) => method === 'POST');
    expect(sent?.body).toEqual({ reason: 'LONG_ABSENCE' });
    expect(sent?.headers.get('If-Match')).toBe('"3"');
  });

  it('hands over a code once when access is given anew', async () => {
    serve({
      ...answers,
      [`POST /api/staff/${bernard}/invite`]: () => ({ member: member({}), code: 'ABCD-EFGH-JKLM' }),
    });
    const { container } = await open();
    await choose('Redonner un accès');
    await userEvent.click(await button('Redonner un accès'));
    expect(await screen.findByText('ABCD-EFGH-JKLM')).toBeVisible();
    await expectAccessible(container);
    await userEvent.click(await button('J’ai noté le code'));
    expect(screen.queryByText('ABCD-EFGH-JKLM')).toBeNull();
  });

  it('says that a change to an administrator waits', async () => {
    serve({
      ...answers,
      'GET /api/staff': () => ({ items: [member({ roles: ['ADMINISTRATOR'] })] }),
      [`POST /api/staff/${bernard}/suspend`]: () => json({ proposal: { ...proposal, mayDecide: false } }, 202),
    });
    await open();
    await choose('Suspendre l’accès');
    expect(await screen.findByText(/un second administrateur devra approuver/)).toBeVisible();
    await userEvent.click(await button('Suspendre l’accès'));
    expect(await screen.findByText('Votre demande attend un autre administrateur')).toBeVisible();
  });

  it('shows what is there now when somebody was faster', async () => {
    serve({ ...answers, [`POST /api/staff/${bernard}/suspend`]: () => problem(412, 'stale', { current: member({}) }) });
    await open();
    await choose('Suspendre l’accès');
    await userEvent.click(await button('Suspendre l’accès'));
    expect(await screen.findByText('Cette personne a été modifiée entre-temps')).toBeVisible();
  });

  it('puts what is wrong with an invitation at its field', async () => {
    serve({
      ...answers,
      'POST /api/staff': () =>
        problem(422, 'invalid-request', {
          errors: [{ field: 'email', message: 'Cette adresse e-mail sert déjà à un autre accès.' }],
        }),
    });
    const { container } = await open();
    await userEvent.click(await button('Inviter une personne'));
    await userEvent.click(await button('Envoyer l’invitation'));
    expect(screen.getByLabelText('Nom affiché')).toHaveAccessibleDescription('Remplissez ce champ.');
    await userEvent.type(screen.getByLabelText('Nom affiché'), 'Denis');
    await userEvent.type(screen.getByLabelText('Adresse e-mail'), 'denis@exemple.fr');
    await userEvent.click(screen.getByLabelText('Qualité'));
    await userEvent.click(await button('Envoyer l’invitation'));
    expect(await screen.findByText('Cette adresse e-mail sert déjà à un autre accès.')).toBeVisible();
    expect(screen.getByLabelText('Adresse e-mail')).toHaveAccessibleDescription(/sert déjà/);
    await expectAccessible(container);
  });

  it('says who asked for what and since when, and approves it', async () => {
    const calls = serve({
      ...answers,
      'GET /api/staff/proposals': () => ({ items: [proposal] }),
      [`POST /api/staff/proposals/${proposal.id}/approve`]: () => ({ member: member({ status: 'SUSPENDED' }) }),
    });
    const { container } = await open();
    const item = (await screen.findByText('Suspendre l’accès de Bernard Petit')).closest('li');
    expect(item).toHaveTextContent(/Demandé par Claire Roux, /);
    expect(item).toHaveTextContent(/La personne a quitté la banque/);
    await expectAccessible(container);
    await userEvent.click(await button('Approuver : Suspendre l’accès de Bernard Petit'.replace(' :', '\u00a0:')));
    expect(await screen.findByText('C’est approuvé, et fait.')).toBeVisible();
    expect(calls.some(({ path }) => path.endsWith('/approve'))).toBe(true);
  });

  it('lets whoever asked take it back, and nothing else', async () => {
    serve({
      ...answers,
      'GET /api/staff/proposals': () => ({ items: [{ ...proposal, mayDecide: false, mayWithdraw: true }] }),
      [`DELETE /api/staff/proposals/${proposal.id}`]: () => new Response(null, { status: 204 }),
    });
    await open();
    expect(screen.queryByRole('button', { name: /^Approuver/ })).toBeNull();
    await userEvent.click(await button(/^Retirer ma demande/));
    expect(await screen.findByText('La demande est retirée.')).toBeVisible();
  });
});
