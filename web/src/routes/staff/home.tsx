import { createLazyRoute, Navigate } from '@tanstack/react-router';
import { useSession } from '@/lib/session';

export const Route = createLazyRoute('/equipe/')({ component: Home });

/** Each role starts with what it works with all day. */
function Home() {
  const { account } = useSession();
  if (account?.adviserId !== undefined) return <Navigate to="/equipe/journee" replace />;
  if (account?.branchId !== undefined) return <Navigate to="/equipe/agence" replace />;
  return <Navigate to="/equipe/reseau" replace />;
}
