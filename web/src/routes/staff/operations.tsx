import { createLazyRoute } from '@tanstack/react-router';
import { DeadLettersScreen } from '@/features/operations/dead-letters-screen';

export const Route = createLazyRoute('/equipe/incidents')({ component: DeadLettersScreen });
