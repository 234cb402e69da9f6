import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { currentLanguage, isLanguage, keepLanguage, type Language } from './language';
import type { Texts } from './texts';

type File = { default: Record<string, unknown> };

const common = import.meta.glob<File>('./*.json');
const byFeature = import.meta.glob<File>(['../../features/*/i18n/*.json', '../../components/*/i18n/*.json']);

/** One small file per feature and language, fetched when a screen of that feature is. */
const files: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, feature, done) => {
    const load =
      feature === 'common'
        ? common[`./${language}.json`]
        : (byFeature[`../../features/${feature}/i18n/${language}.json`] ??
          byFeature[`../../components/${feature}/i18n/${language}.json`]);
    if (load === undefined) {
      done(new Error(`no texts for ${feature} in ${language}`), null);
      return;
    }
    load().then(
      (file) => done(null, file.default),
      (error: unknown) => done(error instanceof Error ? error : new Error(String(error)), null),
    );
  },
};

export async function startTexts(): Promise<void> {
  await i18next
    .use(files)
    .use(initReactI18next)
    .init({
      lng: currentLanguage(),
      fallbackLng: false,
      supportedLngs: ['fr', 'en'],
      ns: ['common'],
      defaultNS: 'common',
      interpolation: { escapeValue: false },
      returnNull: false,
    });
  markLanguage();
}

/** For a route's loader: the texts arrive together with the screen instead of after it. */
export async function texts(...features: (keyof Texts)[]): Promise<void> {
  await i18next.loadNamespaces(features);
}

export async function changeLanguage(language: Language): Promise<void> {
  if (language === i18next.language) return;
  keepLanguage(language);
  await i18next.changeLanguage(language);
  markLanguage();
}

function markLanguage() {
  const language = i18next.language;
  if (isLanguage(language)) document.documentElement.lang = language;
}
