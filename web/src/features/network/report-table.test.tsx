import { render, screen, within } from '@testing-library/react';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ImportReport } from '@/generated/types.gen';
import { formatOf } from './file-format';
import fr from './i18n/fr.json';
import { ReportTable } from './report-table';

const report: ImportReport = {
  format: 'csv',
  mode: 'check',
  read: 12,
  created: 9,
  updated: 1,
  unchanged: 0,
  rejectedEntries: 2,
  faults: 2,
  taken: false,
  rejected: [
    {
      line: 4,
      entry: 'DIJ01 Dijon',
      field: 'opening_hours',
      read: 'Mo-Fr 9h-12h/14h-18h',
      problem: 'Deux plages se séparent par une virgule.',
      suggestion: 'Mo-Fr 09:00-12:00,14:00-18:00',
    },
    { line: 9, entry: 'MET01 Metz', field: 'name', read: '', problem: 'Le nom manque.' },
  ],
};

beforeAll(async () => {
  await i18next.use(initReactI18next).init({ lng: 'fr', resources: { fr: { network: fr } } });
});

describe('the report of an import', () => {
  it('tells for each bad entry its line, what was read, why it fails and what it could say', () => {
    render(<ReportTable report={report} />);
    const row = screen.getByRole('row', { name: /Dijon/ });
    expect(within(row).getByRole('rowheader')).toHaveTextContent('4');
    expect(row).toHaveTextContent('Mo-Fr 9h-12h/14h-18h');
    expect(row).toHaveTextContent('Deux plages se séparent par une virgule.');
    expect(row).toHaveTextContent('Mo-Fr 09:00-12:00,14:00-18:00');
  });

  it('says so when what was read is empty', () => {
    render(<ReportTable report={report} />);
    expect(screen.getByRole('row', { name: /Metz/ })).toHaveTextContent('(vide)');
  });

  it('has no table when nothing is to correct', () => {
    render(<ReportTable report={{ ...report, rejected: [], rejectedEntries: 0, faults: 0 }} />);
    expect(screen.queryByRole('table')).toBeNull();
    expect(screen.getByText('Rien n’est à corriger.')).toBeInTheDocument();
  });
});

describe('a file', () => {
  it.each([
    ['agences.CSV', 'csv'],
    ['export.geojson', 'geojson'],
    ['overpass.json', 'geojson'],
    ['agences.xlsx', undefined],
  ])('named %s is %s', (name, format) => {
    expect(formatOf(name)).toBe(format);
  });
});
