import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '@/components/notice';
import { Failure } from '@/components/states';
import { startSignOn } from '@/generated/sdk.gen';

const Frame = styled('div')({ maxWidth: '26rem', 'dialog &': { maxWidth: 'none' }, '& > * + *': { marginTop: 12 } });

export interface SignOnButtonProps {
  /** The page to come back to. */
  next?: string | undefined;
  /** To prove anew who is signed in, instead of signing in. */
  confirm?: boolean;
  /** In a tab of its own, so that this one stays as it is. */
  apart?: boolean;
  /** Whether it is the main act of the screen. */
  main?: boolean;
  onLeave?: () => void;
  /** The words of the button. */
  children: ReactNode;
}

/**
 * The way to the bank's sign-on: the server says where the browser is to go. Whoever came back is seen to by the pages that the server
 * sends him to.
 */
export function SignOnButton({
  next,
  confirm = false,
  apart = false,
  main = false,
  onLeave,
  children,
}: SignOnButtonProps) {
  const { t } = useTranslation('account');
  const [blocked, setBlocked] = useState(false);
  const leaving = useMutation({
    mutationFn: async (tab: Window | undefined) => {
      try {
        const { continueAt } = (await startSignOn({ body: { confirm, ...(next !== undefined && { next }) } })).data;
        (tab ?? window).location.assign(continueAt);
      } catch (error) {
        tab?.close();
        throw error;
      }
    },
    retry: false,
  });
  const leave = () => {
    // Opened by the press itself: what opens later, browsers take for advertising.
    const tab = apart ? window.open('about:blank', '_blank') : undefined;
    setBlocked(tab === null);
    if (tab === null) return;
    // The page over there is to know nothing of this one.
    if (tab !== undefined) tab.opener = null;
    onLeave?.();
    leaving.mutate(tab);
  };
  return (
    <Frame>
      {blocked && (
        <Notice tone="warn" title={t('signOn.blocked.title')} focused>
          <p>{t('signOn.blocked.detail')}</p>
        </Notice>
      )}
      {leaving.isError && <Failure key={leaving.submittedAt} error={leaving.error} focused />}
      <Button
        variant={main ? 'contained' : 'outlined'}
        size="large"
        fullWidth
        disabled={leaving.isPending || (leaving.isSuccess && !apart)}
        onClick={leave}
      >
        {children}
      </Button>
    </Frame>
  );
}
