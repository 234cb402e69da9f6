import type { Session } from '@/generated/types.gen';
import { isStaff } from '@/lib/session';

/** The first page of whoever is signed in. */
export function homeOf(session: Session): '/equipe' | '/' {
  return isStaff(session) ? '/equipe' : '/';
}
