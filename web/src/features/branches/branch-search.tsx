import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '@/components/announcer';
import { TextField } from '@/components/fields';
import { PinIcon, SearchIcon } from '@/components/icons';
import { Notice } from '@/components/notice';
import { Empty, Failure, Loading } from '@/components/states';
import { searchBranches } from '@/generated/sdk.gen';
import { BranchRow } from './branch-row';
import { knownPosition, usePosition } from './position';

const PAGE = 20;

const Form = styled('form')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto auto',
  alignItems: 'end',
  gap: 12,
  '@media (max-width: 36rem)': {
    gridTemplateColumns: '1fr 1fr',
    '& > :first-child': { gridColumn: '1 / -1' },
  },
});

const Results = styled('section')({ marginTop: 32 });

const ResultsTitle = styled('h2')(({ theme }) => ({ ...theme.typography.h2, marginBottom: 12 }));

const More = styled('div')({ marginTop: 24 });

export interface BranchSearchParams {
  /** A town or a postcode. */
  q?: string | undefined;
  /** Sort by distance from where the visitor is. */
  pres?: boolean | undefined;
}

export interface BranchSearchProps {
  search: BranchSearchParams;
  onSearch: (search: BranchSearchParams) => void;
}

/** By town, by postcode, or near the visitor. What was asked is in the address; where he is never is. */
export function BranchSearch({ search, onSearch }: BranchSearchProps) {
  const { t } = useTranslation('branches');
  const field = useRef<HTMLInputElement>(null);
  const { finding, ask, dismiss } = usePosition(() => onSearch({ pres: true }));

  const q = search.q?.trim() ?? '';
  const near = search.pres === true ? knownPosition() : undefined;
  const [text, setText] = useState(q);
  const [asked, setAsked] = useState(q);
  // "Back", or a cleared search, brings another question than the one typed here.
  if (q !== asked) {
    setAsked(q);
    if (q !== text.trim()) setText(q);
  }

  const typing = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(typing.current), []);
  const look = (wanted: string, wait: number) => {
    clearTimeout(typing.current);
    typing.current = setTimeout(() => onSearch({ q: wanted.trim() }), wait);
  };

  useEffect(() => {
    if (finding === 'denied' || finding === 'unavailable') field.current?.focus();
  }, [finding]);

  return (
    <>
      <Form
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          look(text, 0);
        }}
      >
        <TextField
          ref={field}
          label={t('search.label')}
          type="search"
          name="q"
          autoComplete="postal-code"
          enterKeyHint="search"
          placeholder={t('search.placeholder')}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            dismiss();
            look(event.target.value, 300);
          }}
        />
        <Button type="submit" variant="contained" startIcon={<SearchIcon />}>
          {t('search.submit')}
        </Button>
        <Button variant="outlined" startIcon={<PinIcon />} disabled={finding === 'asking'} onClick={ask}>
          {t('search.near')}
        </Button>
      </Form>
      {finding !== 'idle' && (
        <Results>
          {finding === 'asking' ? (
            <p role="status">{t('search.locating')}</p>
          ) : (
            <Notice tone="warn" title={t(`search.${finding}`)}>
              <p>{t(`search.${finding}Detail`)}</p>
            </Notice>
          )}
        </Results>
      )}
      <BranchResults q={q} near={near} onAll={() => onSearch({})} />
    </>
  );
}

function BranchResults({ q, near, onAll }: { q: string; near: string | undefined; onAll: () => void }) {
  const { t } = useTranslation('branches');
  const query = useInfiniteQuery({
    queryKey: ['branches', { q, near }],
    queryFn: async ({ pageParam, signal }) => {
      const { data } = await searchBranches({
        query: {
          limit: PAGE,
          ...(q !== '' && { q }),
          ...(near !== undefined && { near }),
          ...(pageParam !== undefined && { cursor: pageParam }),
        },
        signal,
      });
      return data;
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });

  const branches = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const found = query.isPlaceholderData ? undefined : branches.length;
  useEffect(() => {
    if (found !== undefined && (q !== '' || near !== undefined)) announce(t('search.found', { count: found }));
  }, [found, q, near, t]);

  if (query.isPending) {
    return (
      <Results>
        <Loading lines={6} />
      </Results>
    );
  }
  if (query.isError && branches.length === 0) {
    return (
      <Results>
        <Failure error={query.error} retry={() => void query.refetch()} />
      </Results>
    );
  }
  // A bank with hundreds of branches does not pour them out before anyone asked.
  if (q === '' && near === undefined && query.hasNextPage) return null;
  if (branches.length === 0) {
    return (
      <Results>
        <Empty title={t('search.noneTitle', { q })}>
          <p>{t('search.noneDetail')}</p>
          <Button variant="outlined" onClick={onAll}>
            {t('search.showAll')}
          </Button>
        </Empty>
      </Results>
    );
  }
  const title = near !== undefined ? t('search.nearResults') : q === '' ? t('search.all') : t('search.results', { q });
  return (
    <Results aria-busy={query.isPlaceholderData}>
      <ResultsTitle>{title}</ResultsTitle>
      <ul role="list">
        {branches.map((branch) => (
          <BranchRow key={branch.id} branch={branch} />
        ))}
      </ul>
      {query.hasNextPage && (
        <More>
          <Button variant="outlined" disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('search.more')}
          </Button>
        </More>
      )}
    </Results>
  );
}
