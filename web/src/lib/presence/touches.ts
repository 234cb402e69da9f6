/** What a person does to a page, by voice too. Scrolling is told by what does it, since scripts scroll as well. */
const SIGNS = ['pointerdown', 'keydown', 'click', 'input', 'touchmove', 'wheel'] as const;

/** Opening the page was an act as well. */
let last = Date.now();

const listeners = new Set<() => void>();

export function watchTouches(): void {
  for (const sign of SIGNS) window.addEventListener(sign, touched, { capture: true, passive: true });
}

export function touchedWithin(millis: number): boolean {
  return Date.now() - last < millis;
}

export function onTouch(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function touched() {
  last = Date.now();
  listeners.forEach((listener) => listener());
}
