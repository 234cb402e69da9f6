import type { Language } from './language';

/** "anglais", "espagnol": the name of a language in the reader's own. */
export function languageName(code: string, language: Language): string {
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}
