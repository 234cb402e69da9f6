import { ThemeProvider } from '@mui/material/styles';
import { QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { render, screen, waitFor } from '@testing-library/react';
import axe from 'axe-core';
import type { ReactElement } from 'react';
import { expect } from 'vitest';
import { Announcer } from '@/components/announcer';
import { texts } from '@/lib/i18n/i18n';
import type { Texts } from '@/lib/i18n/texts';
import { createQueryClient } from '@/lib/query';
import { theme } from '@/theme/theme';

/** A part of a screen in everything it needs around it: texts, theme, cache and a router that goes nowhere. */
export async function show(element: ReactElement, ...features: (keyof Texts)[]) {
  await texts(...features);
  const client = createQueryClient();
  client.setDefaultOptions({ queries: { retry: false }, mutations: { retry: false } });
  const rootRoute = createRootRoute({
    component: () => (
      <main>
        {element}
        <Announcer />
      </main>
    ),
    notFoundComponent: () => null,
  });
  const router = createRouter({ routeTree: rootRoute, history: createMemoryHistory() });
  const shown = render(
    <ThemeProvider theme={theme}>
      <QueryClientProvider client={client}>
        <RouterProvider router={router as never} />
      </QueryClientProvider>
    </ThemeProvider>,
  );
  await waitFor(() => expect(screen.getByRole('main')).toBeInTheDocument());
  return { ...shown, client };
}

/** Colours are checked in a real browser; jsdom has none. */
export async function expectAccessible(element: Element): Promise<void> {
  const { violations } = await axe.run(element, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}
