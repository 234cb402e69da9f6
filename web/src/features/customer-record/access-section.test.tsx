import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Customer, CustomerAccess } from '@/generated/types.gen';
import { omit } from '@/lib/omit';
import { expectAccessible, show } from '../../../test/render';
import { problem, serve } from '../../../test/server';
import { AccessSection } from './access-section';

const marie: Customer = {
  id: '0197a3f0-0000-7000-8000-00000000000c',
  firstName: 'Marie',
  lastName: 'Lefèvre',
  email: 'marie@exemple.fr',
  language: 'fr',
  branchId: '0197a3f0-0000-7000-8000-00000000000b',
  version: 0,
};
const path = `/api/customers/${marie.id}/access`;
const state = (now: CustomerAccess['state']) => ({ [`GET ${path}`]: () => ({ state: now }) });
const press = async (name: string) =>
  userEvent.click((await screen.findAllByRole('button', { name })).at(-1) as Element);

describe('the access of a customer', () => {
  it('is given after a look at who it is, with a code to hand over', async () => {
    serve({ ...state('NONE'), [`POST ${path}`]: () => ({ code: 'ABCD-EFGH-JKLM' }) });
    const { container } = await show(<AccessSection customer={marie} />, 'customer-record', 'staff');
    await press('Donner l’accès');
    expect(await screen.findByText(/Un lien partira à marie@exemple.fr/)).toBeVisible();
    await expectAccessible(container);
    await press('Donner l’accès');
    expect(await screen.findByText('ABCD-EFGH-JKLM')).toBeVisible();
    await expectAccessible(container);
  });

  it('is suspended', async () => {
    const calls = serve({ ...state('ACTIVE'), [`DELETE ${path}`]: () => new Response(null, { status: 204 }) });
    await show(<AccessSection customer={marie} />, 'customer-record', 'staff');
    await press('Suspendre l’accès');
    await press('Suspendre l’accès');
    expect(await screen.findByText('L’accès est suspendu.')).toBeVisible();
    expect(calls.some(({ method }) => method === 'DELETE')).toBe(true);
  });

  it('cannot be given to whoever has no address', async () => {
    serve(state('NONE'));
    await show(<AccessSection customer={omit(marie, 'email')} />, 'customer-record', 'staff');
    expect(await screen.findByText(/n’a pas d’adresse e-mail/)).toBeVisible();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('says why it was not given', async () => {
    serve({
      ...state('NONE'),
      [`POST ${path}`]: () => problem(409, 'access-email-taken', { title: 'Adresse e-mail déjà utilisée' }),
    });
    await show(<AccessSection customer={marie} />, 'customer-record', 'staff');
    await press('Donner l’accès');
    await press('Donner l’accès');
    expect(await screen.findByText('Adresse e-mail déjà utilisée')).toBeVisible();
  });
});
