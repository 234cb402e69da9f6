import { createLazyRoute } from '@tanstack/react-router';
import { NetworkScreen } from '@/features/network/network-screen';

export const Route = createLazyRoute('/equipe/reseau')({ component: NetworkScreen });
