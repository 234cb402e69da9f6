import { styled } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ReactNode } from 'react';
import { CheckIcon } from '@/components/icons';
import { SectionTitle, Stack } from '@/components/layout';
import { Loaded } from '@/components/loaded';
import { Notice } from '@/components/notice';
import { Page } from '@/components/page';
import { getSecurityOptions } from '@/generated/@tanstack/react-query.gen';
import type { SecurityOverview } from '@/generated/types.gen';
import { useSession } from '@/lib/session';
import { AppPart } from './app-part';
import { MobilePart } from './mobile-part';
import { isBare } from './overview';
import { Explain, Part } from './part';
import { PasskeyPart } from './passkey-part';
import { PasswordPart } from './password-part';
import { SessionsPart } from './sessions-part';
import { SheetPart } from './sheet-part';
import { SignOnPart } from './sign-on-part';

const Ways = styled('ul')({
  display: 'grid',
  gap: 8,
  '& li': { display: 'flex', gap: 12 },
  '& svg': { color: 'var(--accent)', marginTop: 1 },
});

export interface SecurityScreenProps {
  /** The way back, where this page has one above it. */
  before?: ReactNode;
  /** To the page that helps to choose; the main act for those who have chosen nothing. */
  protect: (label: string, main: boolean) => ReactNode;
  /** To what was done on this account. */
  activity: (label: string) => ReactNode;
}

/** How one signs in, in words, and everything that can be changed about it. */
export function SecurityScreen({ before, protect, activity }: SecurityScreenProps) {
  const { t } = useTranslation('security');
  const { localSignIn } = useSession();
  const overview = useQuery(getSecurityOptions());
  return (
    <Page title={t('title')} lead={t('lead')} before={before}>
      <Loaded query={overview}>
        {(means) => (
          <Stack gap={5}>
            <Summary overview={means} protect={protect} />
            <div>
              {localSignIn && <PasswordPart overview={means} />}
              <SignOnPart overview={means} />
              {localSignIn && <PasskeyPart overview={means} />}
              <AppPart overview={means} />
              <MobilePart overview={means} protect={protect} />
              <SheetPart overview={means} />
              <SessionsPart />
              <Part title={t('activity.title')}>
                <Explain>{t('activity.explain')}</Explain>
                <p>{activity(t('activity.open'))}</p>
              </Part>
            </div>
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}

function Summary({ overview, protect }: { overview: SecurityOverview } & Pick<SecurityScreenProps, 'protect'>) {
  const { t } = useTranslation('security');
  const { localSignIn } = useSession();
  const { authenticatorAppSince, mobile, passkeys, recoveryCodesLeft, signOnSince } = overview;
  const byCode = () => {
    if (authenticatorAppSince !== undefined) return t('summary.app');
    return mobile === undefined ? t('summary.mail') : t('summary.text', { mobile });
  };
  const ways = [
    ...(signOnSince === undefined ? [] : [t('summary.signOn')]),
    ...(localSignIn ? [byCode()] : []),
    ...(localSignIn && passkeys.length > 0 ? [t('summary.passkeys', { count: passkeys.length })] : []),
    ...(recoveryCodesLeft > 0 ? [t('summary.sheet')] : []),
  ];
  return (
    <section style={{ maxWidth: '40rem' }}>
      <SectionTitle>{t('summary.title')}</SectionTitle>
      <Stack gap={2}>
        <Ways role="list">
          {ways.map((way) => (
            <li key={way}>
              <CheckIcon />
              {way}
            </li>
          ))}
        </Ways>
        {isBare(overview) && (
          <Notice title={t('summary.bare')}>
            <p>{t('summary.bareDetail')}</p>
            {protect(t('summary.protect'), true)}
          </Notice>
        )}
      </Stack>
    </section>
  );
}
