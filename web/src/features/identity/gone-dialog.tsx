import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/components/dialog';
import { keeper } from '@/lib/presence/presence';
import { SignIn } from './sign-in';

const Below = styled('div')({ paddingTop: 12 });

const Way = styled('div')({ marginTop: 24, paddingTop: 12, borderTop: 'var(--border) solid var(--line)' });

/** The session is over and the page hidden. Whoever it was made for signs in and finds it again; anybody else gets another page. */
export function GoneDialog() {
  const { t } = useTranslation('identity');
  return (
    <Dialog open title={t('gone.title')}>
      <p>{t('gone.lead')}</p>
      <Below>
        <SignIn apart />
      </Below>
      <Way>
        <Button variant="text" color="inherit" style={{ marginLeft: -12 }} onClick={() => keeper.signedOut()}>
          {t('gone.leave')}
        </Button>
      </Way>
    </Dialog>
  );
}
