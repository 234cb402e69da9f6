import { createLazyRoute } from '@tanstack/react-router';

export const Route = createLazyRoute('/equipe/conseillers/$id')({ component: () => null });
