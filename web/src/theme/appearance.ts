export type Scheme = 'system' | 'light' | 'dark';

export interface Appearance {
  scheme: Scheme;
  /** Stronger contrast, whatever the system asks for. */
  contrast: boolean;
  /** Larger letters and larger targets. */
  comfort: boolean;
}

/** Read before the first paint by public/appearance.js too. */
const KEY = 'guichet.appearance';

const calm: Appearance = { scheme: 'system', contrast: false, comfort: false };

let current: Appearance | undefined;
const listeners = new Set<() => void>();

export function appearance(): Appearance {
  current ??= read();
  return current;
}

export function changeAppearance(change: Partial<Appearance>): void {
  current = { ...appearance(), ...change };
  apply(current);
  try {
    localStorage.setItem(KEY, JSON.stringify(current));
  } catch {
    // A browser that keeps nothing still shows the choice until the page is closed.
  }
  listeners.forEach((listener) => listener());
}

export function watchAppearance(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function apply({ scheme, contrast, comfort }: Appearance) {
  const root = document.documentElement.dataset;
  if (scheme === 'system') delete root.scheme;
  else root.scheme = scheme;
  if (contrast || matchMedia('(prefers-contrast: more)').matches) root.contrast = 'more';
  else delete root.contrast;
  if (comfort) root.comfort = 'on';
  else delete root.comfort;
}

function read(): Appearance {
  try {
    const stored = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Appearance>;
    return { ...calm, ...stored };
  } catch {
    return calm;
  }
}
