import type common from './fr.json';

/**
 * All texts by feature. A feature adds its own by declaration merging, next to its French file:
 *
 *     import type fr from './fr.json';
 *     declare module '@/lib/i18n/texts' { interface Texts { branches: typeof fr } }
 */
export interface Texts {
  common: typeof common;
}

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: Texts;
    enableSelector: false;
  }
}
