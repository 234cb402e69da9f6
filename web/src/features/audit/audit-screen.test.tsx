import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { AuditEntry } from '@/generated/types.gen';
import { expectAccessible, show } from '../../../test/render';
import { problem, serve } from '../../../test/server';
import { AuditScreen } from './audit-screen';
import { filterOf } from './audit-search';

const anna = '0197a3f0-0000-7000-8000-000000000001';
const marie = '0197a3f0-0000-7000-8000-00000000000c';

const entry: AuditEntry = {
  id: '0197a3f0-0000-7000-8000-000000000009',
  at: '2026-11-24T09:00:00Z',
  by: { kind: 'STAFF', accountId: anna },
  action: 'customers.record-read',
  label: 'Dossier consulté',
  subject: { kind: 'CUSTOMER', id: marie },
  customerId: marie,
  outcome: 'REFUSED',
  reason: 'not-theirs',
  details: { operation: 'getCustomer' },
  address: '192.0.2.1',
  sealed: true,
};

const answers = {
  'GET /api/audit': () => ({ items: [{ ...entry, id: 'newer', sealed: false }, entry] }),
  'GET /api/audit/actions': () => [{ action: 'customers.record-read', label: 'Dossier consulté' }],
  [`GET /api/staff/${anna}`]: () => ({ id: anna, displayName: 'Anna Blanc', version: 0 }),
};

describe('the audit trail', () => {
  it('says who did what, how it ended, and up to where it is sealed', async () => {
    serve(answers);
    const { container } = await show(<AuditScreen search={{}} onSearch={() => undefined} />, 'audit', 'staff');
    expect(await screen.findAllByText('Anna Blanc')).toHaveLength(2);
    expect(screen.getAllByRole('row')[1]).toHaveTextContent(/Dossier consulté.*Refusé/);
    expect(screen.getByText(/scellées jusqu’à celle du/)).toBeVisible();
    await expectAccessible(container);
  });

  it('shows an entry with all there is, and leads on from it', async () => {
    serve(answers);
    const onSearch = vi.fn();
    const { container } = await show(<AuditScreen search={{}} onSearch={onSearch} />, 'audit', 'staff');
    const [first] = await screen.findAllByRole('button', { name: /^Détails/ });
    await userEvent.click(first as HTMLElement);
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('not-theirs');
    expect(dialog).toHaveTextContent('getCustomer');
    await expectAccessible(container);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Tout ce qui concerne ce client' }));
    expect(onSearch).toHaveBeenCalledWith({ client: marie });
  });

  it('is narrowed down by action and outcome', async () => {
    serve(answers);
    const onSearch = vi.fn();
    await show(<AuditScreen search={{}} onSearch={onSearch} />, 'audit', 'staff');
    await screen.findByRole('option', { name: 'Dossier consulté' });
    await userEvent.selectOptions(screen.getByLabelText('Action'), 'customers.record-read');
    expect(onSearch).toHaveBeenLastCalledWith({ action: 'customers.record-read' });
    await userEvent.selectOptions(screen.getByLabelText('Résultat'), 'REFUSED');
    expect(onSearch).toHaveBeenLastCalledWith({ resultat: 'REFUSED' });
  });

  it('takes no half an identifier for a customer', async () => {
    serve(answers);
    const onSearch = vi.fn();
    await show(<AuditScreen search={{}} onSearch={onSearch} />, 'audit', 'staff');
    await userEvent.click(screen.getByText('Filtres'));
    await userEvent.type(screen.getByLabelText('Identifiant du client'), '0197');
    expect(screen.getByText(/Un identifiant ressemble à/)).toBeVisible();
    expect(onSearch).not.toHaveBeenCalled();
  });

  it('says so when there is nothing', async () => {
    serve({ ...answers, 'GET /api/audit': () => ({ items: [] }) });
    await show(<AuditScreen search={{ resultat: 'REFUSED' }} onSearch={() => undefined} />, 'audit', 'staff');
    expect(await screen.findByText('Aucune entrée')).toBeVisible();
  });

  it('says what went wrong', async () => {
    serve({ ...answers, 'GET /api/audit': () => problem(500, 'unexpected') });
    await show(<AuditScreen search={{}} onSearch={() => undefined} />, 'audit', 'staff');
    expect(await screen.findByRole('alert')).toBeVisible();
  });
});

describe('days', () => {
  it('go to the server with the last one included', () => {
    const { from, to } = filterOf({ du: '2026-11-23', au: '2026-11-24' });
    expect(Date.parse(to ?? '') - Date.parse(from ?? '')).toBe(2 * 86_400_000);
  });
});
