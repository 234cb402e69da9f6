import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Actions } from '@/components/layout';
import { Failure, Loading } from '@/components/states';

export interface MadeOnceProps<T> {
  name: string;
  make: () => Promise<T>;
  onCancel: () => void;
  children: (made: T) => ReactNode;
}

/** A secret that the server makes for this page and shows this once; nothing keeps it when the page is left. */
export function MadeOnce<T>({ name, make, onCancel, children }: MadeOnceProps<T>) {
  const { t } = useTranslation('security');
  const query = useQuery({ queryKey: [name], queryFn: make, retry: false, staleTime: Infinity, gcTime: 0 });
  if (query.isPending) return <Loading />;
  if (query.isSuccess) return children(query.data);
  return (
    <>
      <Failure error={query.error} retry={() => void query.refetch()} focused />
      <Actions>
        <Button variant="outlined" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </Actions>
    </>
  );
}
