import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import { CheckIcon } from '@/components/icons';

const List = styled('ul')({
  display: 'grid',
  gap: 8,
  listStyle: 'none',
  '& li': { display: 'flex', gap: 12 },
  '& svg': { marginTop: '0.15em', color: 'var(--accent)' },
});

export function Papers({ papers }: { papers: readonly string[] }) {
  const { t } = useTranslation('appointments');
  if (papers.length === 0) return <p>{t('papers.none')}</p>;
  return (
    <List role="list">
      {papers.map((paper) => (
        <li key={paper}>
          <CheckIcon />
          {paper}
        </li>
      ))}
    </List>
  );
}
