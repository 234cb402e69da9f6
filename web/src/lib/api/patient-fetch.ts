import { askConfirmation } from '@/lib/confirmation';
import { keeper } from '@/lib/presence/presence';
import { carryToken } from './token';

/** What the server may want first. It has done nothing yet, so the same request can be sent again afterwards. */
const first: Record<string, () => Promise<boolean>> = {
  '/problems/sign-in-required': () => keeper.comeBack(),
  '/problems/confirmation-required': askConfirmation,
};

/**
 * Sends a request. When the server wants to know first who is there, the request waits until that is settled and goes out again:
 * whoever made it notices nothing but the time it took, and nothing that was typed is lost.
 */
export async function patientFetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init);
  for (;;) {
    const again = request.clone();
    carryToken(again);
    const response = await globalThis.fetch(again);
    const settle = first[(await problemType(response)) ?? ''];
    if (settle === undefined || !(await settle())) return response;
  }
}

async function problemType(response: Response): Promise<string | undefined> {
  if (response.status !== 401 && response.status !== 403) return undefined;
  try {
    const { type } = (await response.clone().json()) as { type?: string };
    return type;
  } catch {
    return undefined;
  }
}
