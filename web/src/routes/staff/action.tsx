import { createLazyRoute } from '@tanstack/react-router';

export const Route = createLazyRoute('/equipe/a-traiter')({ component: () => null });
