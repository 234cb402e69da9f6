import type fr from './fr.json';

declare module '@/lib/i18n/texts' {
  interface Texts {
    'customer-record': typeof fr;
  }
}
