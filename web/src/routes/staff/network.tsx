import { createLazyRoute } from '@tanstack/react-router';

export const Route = createLazyRoute('/equipe/reseau')({ component: () => null });
