import { styled } from '@mui/material/styles';
import { InfoIcon } from '@/components/icons';
import type { News } from './use-news';

const Line = styled('p')({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  minHeight: '2rem',
  marginBottom: 8,
  color: 'var(--accent)',
  fontWeight: 650,
});

/** The last change made by someone else, in words, for as long as it is news. The announcer has already said it. */
export function NewsLine({ news }: { news: News }) {
  if (news.sentence === undefined) return null;
  return (
    <Line aria-hidden="true">
      <InfoIcon />
      {news.sentence}
    </Line>
  );
}
