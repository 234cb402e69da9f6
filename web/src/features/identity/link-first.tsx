import Button from '@mui/material/Button';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Notice } from '@/components/notice';
import { abandonSignOn } from '@/generated/sdk.gen';
import { Above } from './form';

/** Somebody signed on at the bank who is nobody here yet: whose account it is has to be shown once, by signing in here as well. */
export function LinkFirst({ name, onForgotten }: { name: string; onForgotten: () => void }) {
  const { t } = useTranslation('identity');
  const forgetting = useMutation({ mutationFn: () => abandonSignOn(), onSettled: onForgotten });
  return (
    <Above>
      <Notice title={t('link.first', { name })} focused>
        <p>{t('link.firstDetail')}</p>
        <Button
          variant="text"
          style={{ marginLeft: -12 }}
          disabled={forgetting.isPending}
          onClick={() => forgetting.mutate()}
        >
          {t('link.forget')}
        </Button>
      </Notice>
    </Above>
  );
}
