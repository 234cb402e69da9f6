import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { outOfSight } from '@/components/layout';
import { Loaded } from '@/components/loaded';
import { Page } from '@/components/page';
import { Empty } from '@/components/states';
import { searchAuditTrail } from '@/generated/sdk.gen';
import type { AuditEntry } from '@/generated/types.gen';
import { omit } from '@/lib/omit';
import { useWhen } from '@/lib/time/use-when';
import { viewerZone } from '@/lib/time/zones';
import { AuditFilters } from './audit-filters';
import { filterOf, type AuditSearch } from './audit-search';
import { Doer } from './doer';
import { EntryDialog } from './entry-dialog';
import { ExportButton } from './export-button';

const Table = styled('table')({
  width: '100%',
  borderCollapse: 'collapse',
  '& th, & td': { padding: '6px 20px 6px 0', textAlign: 'left', verticalAlign: 'baseline' },
  '& thead th': { fontSize: '0.9rem', fontWeight: 400, color: 'var(--ink-soft)' },
  '& tbody tr': { borderTop: '1px solid var(--line)' },
  '& tbody tr:last-of-type': { borderBottom: '1px solid var(--line)' },
  '& tbody th': { fontWeight: 400, whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
  '& [data-refused="true"]': { fontWeight: 650, color: 'var(--warn)' },
  '& td:last-of-type': { paddingRight: 0, textAlign: 'right' },
  '@media (pointer: fine)': { '& td > button': { minHeight: 32, paddingBlock: 2 } },
  '@media (max-width: 43rem)': {
    '& thead': outOfSight,
    '& tbody tr': { display: 'block', paddingBlock: 10 },
    '& tbody :is(th, td)': { display: 'block', padding: '1px 0' },
    '& td:last-of-type': { textAlign: 'left' },
  },
});

const Seal = styled('p')({ marginBottom: 12, color: 'var(--ink-soft)' });

export interface AuditScreenProps {
  search: AuditSearch;
  onSearch: (search: AuditSearch) => void;
}

/** Who did what. The latest first, as far back as entries are kept. */
export function AuditScreen({ search, onSearch }: AuditScreenProps) {
  const { t } = useTranslation('audit');
  const [opened, setOpened] = useState<AuditEntry>();
  const query = useInfiniteQuery({
    queryKey: ['audit', search],
    queryFn: async ({ pageParam, signal }) => {
      const { data } = await searchAuditTrail({
        query: { ...filterOf(search), ...(pageParam !== '' && { cursor: pageParam }) },
        signal,
      });
      return data;
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    // Each look is an entry of its own: only the reader's own asking makes one.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    gcTime: 30_000,
  });
  return (
    <Page title={t('title')} lead={t('lead')} tools={<ExportButton search={search} />}>
      <AuditFilters search={search} onSearch={onSearch} />
      <Loaded query={query}>
        {({ pages }) => {
          const entries = pages.flatMap(({ items }) => items);
          if (entries.length === 0) {
            return (
              <Empty title={t('none')}>
                <p>{t('noneDetail')}</p>
              </Empty>
            );
          }
          return (
            <>
              <SealedUpTo entries={entries} />
              <Entries entries={entries} onOpen={setOpened} />
            </>
          );
        }}
      </Loaded>
      {query.hasNextPage && (
        <Button variant="text" disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
      {opened !== undefined && (
        <EntryDialog
          entry={opened}
          onClose={() => setOpened(undefined)}
          onPerson={(personne) => {
            setOpened(undefined);
            onSearch({ ...omit(search, 'client'), personne });
          }}
          onCustomer={(client) => {
            setOpened(undefined);
            onSearch({ ...omit(search, 'personne'), client });
          }}
        />
      )}
    </Page>
  );
}

/** Sealing follows writing by a few seconds; what is sealed cannot be changed unseen. */
function SealedUpTo({ entries }: { entries: readonly AuditEntry[] }) {
  const { t } = useTranslation('audit');
  const { dayTime } = useWhen();
  const latest = entries.find(({ sealed }) => sealed);
  if (latest === undefined) return <Seal>{t('sealedNone')}</Seal>;
  return (
    <Seal>{latest === entries[0] ? t('sealedAll') : t('sealedUpTo', { when: dayTime(latest.at, viewerZone()) })}</Seal>
  );
}

interface EntriesProps {
  entries: readonly AuditEntry[];
  onOpen: (entry: AuditEntry) => void;
}

function Entries({ entries, onOpen }: EntriesProps) {
  const { t } = useTranslation('audit');
  const { dayTime } = useWhen();
  return (
    <Table>
      <caption className="visually-hidden">{t('caption')}</caption>
      <thead>
        <tr>
          {(['at', 'by', 'action', 'outcome', 'details'] as const).map((column) => (
            <th key={column} scope="col">
              {column === 'details' ? (
                <span className="visually-hidden">{t('columns.details')}</span>
              ) : (
                t(`columns.${column}`)
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => {
          const when = dayTime(entry.at, viewerZone(), 'short');
          return (
            <tr key={entry.id}>
              <th scope="row">{when}</th>
              <td>
                <Doer by={entry.by} />
              </td>
              <td>{entry.label}</td>
              <td data-refused={entry.outcome === 'REFUSED'}>{t(`outcome.${entry.outcome}`)}</td>
              <td>
                <Button
                  variant="text"
                  aria-label={t('detailsOf', { action: entry.label, when })}
                  onClick={() => onOpen(entry)}
                >
                  {t('details')}
                </Button>
              </td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
