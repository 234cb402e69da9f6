import type { KeyboardEvent } from 'react';

/** Up and down go through a column, left and right to the visit at about that hour in the next one that has any. */
export function moveBetweenVisits(event: KeyboardEvent<HTMLElement>): void {
  const from = (event.target as HTMLElement).closest<HTMLElement>('[data-visit]');
  if (from === null || event.altKey || event.ctrlKey || event.metaKey) return;
  const to = neighbour(from, event.key, event.currentTarget);
  if (to === undefined) return;
  event.preventDefault();
  to.focus();
}

function neighbour(from: HTMLElement, key: string, root: HTMLElement): HTMLElement | undefined {
  const columns = [...root.querySelectorAll<HTMLElement>('section')].map((section) => [
    ...section.querySelectorAll<HTMLElement>('[data-visit]'),
  ]);
  const at = columns.findIndex((visits) => visits.includes(from));
  const own = columns[at] ?? [];
  switch (key) {
    case 'ArrowDown':
      return own[own.indexOf(from) + 1];
    case 'ArrowUp':
      return own[own.indexOf(from) - 1];
    case 'ArrowRight':
      return nearest(
        columns.slice(at + 1).find((visits) => visits.length > 0),
        from,
      );
    case 'ArrowLeft':
      return nearest(
        columns
          .slice(0, at)
          .reverse()
          .find((visits) => visits.length > 0),
        from,
      );
    default:
      return undefined;
  }
}

function nearest(visits: readonly HTMLElement[] = [], from: HTMLElement): HTMLElement | undefined {
  const top = from.getBoundingClientRect().top;
  const distance = (visit: HTMLElement) => Math.abs(visit.getBoundingClientRect().top - top);
  return [...visits].sort((a, b) => distance(a) - distance(b))[0];
}
