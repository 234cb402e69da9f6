import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import staff from '@/components/staff/i18n/fr.json';
import type { Pattern } from '@/generated/types.gen';
import common from '@/lib/i18n/fr.json';
import fr from './i18n/fr.json';
import { PatternEditor } from './pattern-editor';

const weekly: Pattern = {
  validFrom: '2026-01-05',
  everyWeeks: 1,
  weeks: [{ week: 1, days: [{ day: 'TUESDAY', intervals: [{ from: '09:00', to: '12:30' }] }] }],
};

beforeAll(async () => {
  await i18next.use(initReactI18next).init({ lng: 'fr', resources: { fr: { common, staff, team: fr } } });
});

function edit() {
  const save = vi.fn();
  render(
    <PatternEditor pattern={weekly} validFrom="2026-11-30" pending={false} onSave={save} onCancel={() => undefined} />,
  );
  return save;
}

const submit = () => userEvent.click(screen.getByRole('button', { name: 'Enregistrer la semaine type' }));

describe('the pattern editor', () => {
  it('reads times as people type them', async () => {
    const save = edit();
    const end = screen.getByLabelText('mardi, à');
    await userEvent.clear(end);
    await userEvent.type(end, '13h15');
    await submit();
    expect(save).toHaveBeenCalledWith({
      validFrom: '2026-11-30',
      everyWeeks: 1,
      weeks: [{ week: 1, days: [{ day: 'TUESDAY', intervals: [{ from: '09:00', to: '13:15' }] }] }],
    });
  });

  it('keeps hours that do not make sense, and says why', async () => {
    const save = edit();
    const end = screen.getByLabelText('mardi, à');
    await userEvent.clear(end);
    await userEvent.type(end, '8h');
    await submit();
    expect(save).not.toHaveBeenCalled();
    expect(end).toHaveAccessibleDescription('La fin doit venir après le début.');
  });

  it('lets the second of two alternating weeks differ from the first', async () => {
    const save = edit();
    await userEvent.click(screen.getByLabelText('Une semaine sur deux'));
    const second = screen.getByRole('region', { name: 'Semaine 2' });
    await userEvent.click(within(second).getByRole('button', { name: /^Retirer la plage/ }));
    await submit();
    expect(save).toHaveBeenCalledWith(
      expect.objectContaining({ everyWeeks: 2, weeks: [weekly.weeks[0], { week: 2, days: [] }] }),
    );
  });
});
