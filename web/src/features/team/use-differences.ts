import { useTranslation } from 'react-i18next';
import { differences, type Difference } from '@/components/staff/conflict-dialog';
import { useSkillName } from '@/components/staff/use-skill-name';
import type { AdviserDetail, Pattern } from '@/generated/types.gen';
import { languageName } from '@/lib/i18n/language-names';
import { formatMinutes } from '@/lib/time/duration';
import { useWhen } from '@/lib/time/use-when';
import { minutesOf } from '@/components/staff/intervals';
import { draftOf } from './pattern';

/** What differs between two versions of an adviser, in words. */
export function useDifferences(): (before: AdviserDetail, now: AdviserDetail) => Difference[] {
  const { t } = useTranslation('team');
  const skillName = useSkillName();
  const { date, language } = useWhen();
  const patterns = (all: readonly Pattern[]) =>
    all
      .map((pattern) => {
        const hours = draftOf(pattern, pattern.validFrom).weeks.map((week) => formatMinutes(minutesOf(week), language));
        return `${date(pattern.validFrom, 'dayMonth')} : ${hours.join(' / ')}`;
      })
      .join(', ');
  const row = (what: string, of: (adviser: AdviserDetail) => string, pair: [AdviserDetail, AdviserDetail]) => ({
    what,
    before: of(pair[0]),
    now: of(pair[1]),
  });
  return (before, now) => {
    const pair: [AdviserDetail, AdviserDetail] = [before, now];
    return differences([
      row(t('profile.name'), ({ displayName }) => displayName, pair),
      row(t('profile.skills'), ({ skills }) => skills.map(skillName).join(', '), pair),
      row(
        t('profile.languages'),
        ({ languages }) => languages.map((one) => languageName(one, language)).join(', '),
        pair,
      ),
      row(t('profile.active'), ({ active }) => t(active ? 'profile.yes' : 'profile.no'), pair),
      row(t('pattern.title'), (one) => patterns(one.patterns), pair),
      row(t('override.title'), ({ overrides }) => overrides.map((one) => date(one.date, 'dayMonth')).join(', '), pair),
    ]);
  };
}
