import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import { outOfSight } from '@/components/layout';
import type { ImportReport } from '@/generated/types.gen';

const Counts = styled('dl')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: '8px 28px',
  '& > div': { display: 'flex', flexDirection: 'column-reverse' },
  '& dt': { color: 'var(--ink-soft)' },
  '& dd': { fontSize: '1.25rem', fontWeight: 700, fontVariantNumeric: 'tabular-nums' },
  '& [data-alarm="true"] dd': { color: 'var(--warn)' },
});

const Table = styled('table')({
  marginTop: 16,
  width: '100%',
  borderCollapse: 'collapse',
  '& caption': { textAlign: 'left', fontWeight: 650, paddingBottom: 8 },
  '& th, & td': { padding: '8px 20px 8px 0', textAlign: 'left', verticalAlign: 'top' },
  '& thead th': { fontSize: '0.9rem', fontWeight: 400, color: 'var(--ink-soft)' },
  '& tbody tr': { borderTop: '1px solid var(--line)' },
  '& tbody th': { fontVariantNumeric: 'tabular-nums' },
  '& code': {
    font: 'inherit',
    padding: '1px 5px',
    background: 'var(--sunk)',
    borderRadius: 3,
    overflowWrap: 'anywhere',
  },
  // On a phone each entry is a block, and every value carries its column's name.
  '@media (max-width: 43rem)': {
    '& thead': outOfSight,
    '& tbody tr': { display: 'block', paddingBlock: 8 },
    '& tbody :is(th, td)': { display: 'flex', gap: 8, padding: '2px 0' },
    '& tbody :is(th, td):empty': { display: 'none' },
    '& tbody td': { overflowWrap: 'anywhere' },
    '& tbody :is(th, td)::before': {
      content: 'attr(data-label)',
      flex: 'none',
      width: '6.5rem',
      fontWeight: 400,
      color: 'var(--ink-soft)',
    },
  },
});

/** What a file would do to the network, and line by line what keeps an entry out. */
export function ReportTable({ report }: { report: ImportReport }) {
  const { t } = useTranslation('network');
  const { read, created, updated, unchanged, rejected, rejectedEntries, faults } = report;
  const counts = { read, created, updated, unchanged, rejected: rejectedEntries };
  return (
    <>
      <Counts>
        {(['read', 'created', 'updated', 'unchanged', 'rejected'] as const).map((key) => (
          <div key={key} data-alarm={key === 'rejected' && counts.rejected > 0}>
            <dt>{t(`report.${key}`, { count: counts[key] })}</dt>
            <dd>{counts[key]}</dd>
          </div>
        ))}
      </Counts>
      {faults > rejected.length && <p>{t('report.first', { count: rejected.length, faults })}</p>}
      {rejected.length === 0 ? (
        <p>{t('report.none')}</p>
      ) : (
        <Table>
          <caption>{t('report.caption')}</caption>
          <thead>
            <tr>
              {(['line', 'entry', 'field', 'value', 'why', 'suggestion'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`report.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rejected.map((one, index) => (
              // The same line may be wrong twice in the same way; its place in the report is all that tells them apart.
              <tr key={index}>
                <th scope="row" data-label={t('report.line')}>
                  {one.line}
                </th>
                <td data-label={t('report.entry')}>{one.entry}</td>
                <td data-label={t('report.field')}>{one.field}</td>
                <td data-label={t('report.value')}>{one.read === '' ? t('report.empty') : <code>{one.read}</code>}</td>
                <td data-label={t('report.why')}>{one.problem}</td>
                <td data-label={t('report.suggestion')}>{one.suggestion != null && <code>{one.suggestion}</code>}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </>
  );
}
