import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import { afterEach, beforeAll } from 'vitest';
import { setUpApi } from '@/lib/api/setup';
import { startTexts } from '@/lib/i18n/i18n';
import { keepLanguage } from '@/lib/i18n/language';

beforeAll(async () => {
  keepLanguage('fr');
  setUpApi();
  await startTexts();
});

afterEach(() => {
  cleanup();
  localStorage.clear();
  sessionStorage.clear();
});

// jsdom draws nothing: a dialog is open or it is not, nothing pops over, and no media query matches.
define(HTMLDialogElement.prototype, 'showModal', function (this: HTMLDialogElement) {
  this.open = true;
});
define(HTMLDialogElement.prototype, 'close', function (this: HTMLDialogElement) {
  this.open = false;
});
define(HTMLElement.prototype, 'hidePopover', () => undefined);
define(globalThis, 'matchMedia', () => ({
  matches: false,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
}));

function define(target: object, name: string, value: unknown) {
  if (typeof Reflect.get(target, name) !== 'function')
    Object.defineProperty(target, name, { value, writable: true, configurable: true });
}
