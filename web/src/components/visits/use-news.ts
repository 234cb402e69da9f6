import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '@/components/announcer';
import type { Appointment } from '@/generated/types.gen';
import { useLanguage } from '@/lib/i18n/use-language';
import { formatTime } from '@/lib/time/format';
import { changesBetween, type VisitChange } from './changes';
import { ownDoing } from './own-doing';

export type Freshness = Exclude<VisitChange['kind'], 'gone'>;

export interface News {
  /** Visits that have just changed, and how. */
  fresh: ReadonlyMap<string, Freshness>;
  /** The last change in words, while it is news. */
  sentence: string | undefined;
}

const nothing: News = { fresh: new Map(), sentence: undefined };
const NEWS_LASTS = 20_000;

/**
 * Tells what others changed in the visits on screen: marks them for a while, and says it once to those who listen.
 * A new `scope` (another day, another branch) is not news.
 */
export function useNews(scope: string, visits: readonly Appointment[] | undefined): News {
  const { t } = useTranslation('visits');
  const language = useLanguage();
  const seen = useRef<{ scope: string; visits: readonly Appointment[] }>(undefined);
  const [news, setNews] = useState(nothing);

  useEffect(() => {
    if (visits === undefined) return;
    const before = seen.current;
    seen.current = { scope, visits };
    if (before?.scope !== scope) {
      setNews(nothing);
      return;
    }
    const changes = changesBetween(before.visits, visits).filter(({ visit }) => !ownDoing.has(visit));
    const [first] = changes;
    if (first === undefined) return;
    const sentence =
      changes.length > 1 ? t('change.several', { count: changes.length }) : t(`change.${first.kind}`, told(first));
    announce(sentence);
    setNews((old) => ({ sentence, fresh: new Map([...old.fresh, ...marks(changes)]) }));

    function told({ visit }: VisitChange) {
      return {
        time: formatTime(visit.start, visit.branch.zone, language),
        customer: visit.customer.displayName,
        adviser: visit.adviser.displayName,
        reason: visit.reason.name,
        status: t(`status.${visit.status}`).toLocaleLowerCase(language),
      };
    }
  }, [scope, visits, t, language]);

  useEffect(() => {
    if (news === nothing) return;
    const timer = setTimeout(() => setNews(nothing), NEWS_LASTS);
    return () => clearTimeout(timer);
  }, [news]);

  return news;
}

function marks(changes: readonly VisitChange[]): [string, Freshness][] {
  return changes.flatMap(({ kind, visit }): [string, Freshness][] => (kind === 'gone' ? [] : [[visit.id, kind]]));
}
