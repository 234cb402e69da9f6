import { createLazyRoute } from '@tanstack/react-router';
import { MessagesScreen } from '@/features/demo/messages-screen';

export const Route = createLazyRoute('/open/demo/messages')({ component: MessagesScreen });
