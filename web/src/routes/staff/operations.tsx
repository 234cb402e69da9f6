import { createLazyRoute } from '@tanstack/react-router';

export const Route = createLazyRoute('/equipe/incidents')({ component: () => null });
