export const languages = ['fr', 'en'] as const;
export type Language = (typeof languages)[number];

const KEY = 'guichet.language';

let language: Language | undefined;

export function isLanguage(value: unknown): value is Language {
  return languages.includes(value as Language);
}

/** What the reader chose here, else what his browser prefers, else French. */
export function currentLanguage(): Language {
  language ??= stored() ?? preferred() ?? 'fr';
  return language;
}

export function keepLanguage(chosen: Language): void {
  language = chosen;
  try {
    localStorage.setItem(KEY, chosen);
  } catch {
    // Kept until the page is closed.
  }
}

function stored(): Language | undefined {
  try {
    const value = localStorage.getItem(KEY);
    return isLanguage(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function preferred(): Language | undefined {
  return navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage);
}
