import { client } from '@/generated/client.gen';
import { currentLanguage } from '@/lib/i18n/language';
import { ACTIVITY, keeper } from '@/lib/presence/presence';
import { touchedWithin } from '@/lib/presence/touches';
import { patientFetch } from './patient-fetch';
import { toFailure } from './problems';

/** How long after a touch what the page asks is still the doing of whoever touched it. */
const ACT = 60_000;

/** Every request says which language the reader reads, and whether somebody is there or the page asks by itself. */
export function setUpApi(): void {
  client.setConfig({ fetch: patientFetch });
  client.interceptors.request.use((request) => {
    request.headers.set('Accept-Language', currentLanguage());
    if (!touchedWithin(ACT)) request.headers.set(ACTIVITY, 'none');
    if (!request.headers.has(ACTIVITY)) keeper.counted();
    return request;
  });
  client.interceptors.error.use((error, response) => toFailure(error, response));
}
