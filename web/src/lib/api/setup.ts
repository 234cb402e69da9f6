import { client } from '@/generated/client.gen';
import { currentLanguage } from '@/lib/i18n/language';
import { toFailure } from './problems';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Every request says which language the reader reads; every change carries the token the server left in a cookie. */
export function setUpApi(): void {
  client.interceptors.request.use((request) => {
    request.headers.set('Accept-Language', currentLanguage());
    const token = cookie('XSRF-TOKEN');
    if (token !== undefined && !safe.has(request.method)) request.headers.set('X-XSRF-TOKEN', token);
    return request;
  });
  client.interceptors.error.use((error, response) => toFailure(error, response));
}

export function cookie(name: string): string | undefined {
  const found = document.cookie.split('; ').find((entry) => entry.startsWith(`${name}=`));
  return found === undefined ? undefined : decodeURIComponent(found.slice(name.length + 1));
}
