import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { CalendarIcon } from '@/components/icons';
import { Actions } from '@/components/layout';
import type { CalendarLinks } from '@/generated/types.gen';

/** The visit in the customer's own calendar: a file that every calendar reads, or one of the two large ones. */
export function CalendarButtons({ links }: { links: CalendarLinks }) {
  const { t } = useTranslation('appointments');
  const elsewhere = { target: '_blank', rel: 'noopener noreferrer' } as const;
  return (
    <Actions>
      <Button variant="outlined" startIcon={<CalendarIcon />} href={links.ics} download>
        {t('calendar.file')}
      </Button>
      <Button variant="outlined" href={links.google} {...elsewhere}>
        {t('calendar.google')}
      </Button>
      <Button variant="outlined" href={links.outlook} {...elsewhere}>
        {t('calendar.outlook')}
      </Button>
    </Actions>
  );
}
