import type { Activity } from '@/generated/types.gen';
import type { LocalDate } from '@/lib/time/local-date';
import { dateIn } from '@/lib/time/zones';

export interface ActiveDay {
  date: LocalDate;
  activities: Activity[];
}

/** What was done, newest first, day by day on the reader's own calendar. */
export function byDay(activities: readonly Activity[], zone: string): ActiveDay[] {
  const days: ActiveDay[] = [];
  for (const activity of activities) {
    const date = dateIn(zone, activity.at);
    const last = days.at(-1);
    if (last?.date === date) last.activities.push(activity);
    else days.push({ date, activities: [activity] });
  }
  return days;
}
