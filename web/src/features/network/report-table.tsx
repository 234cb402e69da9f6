import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
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

const Scroll = styled('div')({ overflowX: 'auto', marginTop: 16 });

const Table = styled('table')({
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
});

/** What a file would do to the network, and line by line what keeps an entry out. */
export function ReportTable({ report }: { report: ImportReport }) {
  const { t } = useTranslation('network');
  const { read, created, updated, unchanged, rejected } = report;
  const counts = { read, created, updated, unchanged, rejected: rejected.length };
  return (
    <>
      <Counts>
        {(['read', 'created', 'updated', 'unchanged', 'rejected'] as const).map((key) => (
          <div key={key} data-alarm={key === 'rejected' && counts.rejected > 0}>
            <dt>{t(`report.${key}`)}</dt>
            <dd>{counts[key]}</dd>
          </div>
        ))}
      </Counts>
      {rejected.length === 0 ? (
        <p>{t('report.none')}</p>
      ) : (
        <Scroll>
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
                  <th scope="row">{one.line}</th>
                  <td>{one.entry}</td>
                  <td>{one.field}</td>
                  <td>{one.read === '' ? t('report.empty') : <code>{one.read}</code>}</td>
                  <td>{one.problem}</td>
                  <td>{one.suggestion != null && <code>{one.suggestion}</code>}</td>
                </tr>
              ))}
            </tbody>
          </Table>
        </Scroll>
      )}
    </>
  );
}
