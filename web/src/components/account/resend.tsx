import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '@/components/announcer';
import { useNow } from '@/lib/time/clock';

/** The server sends none sooner: the first is still on its way. */
const BETWEEN = 30_000;

export interface ResendProps {
  send: () => Promise<unknown>;
  /** When the first was sent, in the milliseconds of `now()`; absent when none was. */
  sentAt?: number | undefined;
  /** What the button says until the first is sent. */
  first?: string;
}

/** "Recevoir un autre code", once the one before has had time to arrive. */
export function Resend({ send, sentAt, first }: ResendProps) {
  const { t } = useTranslation('account');
  const [last, setLast] = useState(sentAt);
  const now = useNow(1_000);
  const [asked, setAsked] = useState(false);
  const wait = last === undefined ? 0 : Math.ceil((last + BETWEEN - now) / 1_000);

  const ask = async () => {
    if (wait > 0) return;
    setLast(now);
    await send();
    setAsked(true);
    announce(t('resend.done'));
  };
  // Not disabled: the focus would fall into the void in the very moment of the click.
  return (
    <>
      <Button
        variant="text"
        aria-disabled={wait > 0}
        style={wait > 0 ? { color: 'var(--ink-soft)', fontWeight: 400, cursor: 'default' } : undefined}
        onClick={() => void ask().catch(() => setLast(undefined))}
      >
        {wait > 0
          ? t('resend.wait', { seconds: wait })
          : last === undefined && first !== undefined
            ? first
            : t('resend.ask')}
      </Button>
      {asked && <p>{t('resend.done')}</p>}
    </>
  );
}
