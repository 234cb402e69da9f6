import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';

export type ShortcutGroup = 'everywhere' | 'date' | 'visits';

export interface Shortcut {
  /** As `KeyboardEvent.key` gives it; the first one is what the help shows. */
  keys: readonly [string, ...string[]];
  /** Under `shortcuts.do` in the texts. */
  does: 'help' | 'book' | 'previous' | 'next' | 'today' | 'nextVisit' | 'previousVisit' | 'arrows' | 'step' | 'view';
  group: ShortcutGroup;
  /** Missing for what the page does by itself and the help only mentions. */
  run?: (() => void) | undefined;
}

const KEY = 'guichet.shortcuts';
const active = new Set<readonly Shortcut[]>();
const listeners = new Set<() => void>();
let shown: readonly Shortcut[] = [];
let on: boolean | undefined;

/** Single keys for those who work all day with the keyboard. Anyone can turn them off, and the help lists them. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const current = useEffectEvent(() => shortcuts);
  const names = shortcuts.map(({ keys, does }) => `${keys.join()} ${does}`).join(' ');

  useEffect(() => {
    const listed = current();
    active.add(listed);
    tell();
    return () => {
      active.delete(listed);
      tell();
    };
  }, [names]);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!shortcutsOn() || isTaken(event)) return;
      const found = current().find(({ keys, run }) => run !== undefined && keys.includes(event.key));
      if (found === undefined) return;
      event.preventDefault();
      found.run?.();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

/** Typing, a modifier, an open dialog or menu: the key is meant for something else. */
function isTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.repeat) return true;
  const { target } = event;
  const typing = target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null;
  return typing || document.querySelector('dialog[open], [popover]:popover-open') !== null;
}

export function useActiveShortcuts(): readonly Shortcut[] {
  return useSyncExternalStore(watch, () => shown);
}

export function useShortcutsOn(): boolean {
  return useSyncExternalStore(watch, shortcutsOn);
}

export function turnShortcuts(wanted: boolean): void {
  on = wanted;
  try {
    localStorage.setItem(KEY, wanted ? 'on' : 'off');
  } catch {
    // Kept until the page is closed.
  }
  tell();
}

function shortcutsOn(): boolean {
  on ??= stored();
  return on;
}

function stored(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

function tell() {
  shown = [...active].flat();
  listeners.forEach((listener) => listener());
}

function watch(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
