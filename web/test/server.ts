import { onTestFinished, vi } from 'vitest';

export interface Call {
  method: string;
  path: string;
  headers: Headers;
  body: unknown;
}

type Answer = (call: Call) => unknown;

/** A server that gives the answers written here; what is not written is a 404. Returns what it was asked. */
export function serve(answers: Record<string, Answer>): Call[] {
  const calls: Call[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    const { pathname } = new URL(request.url);
    const text = await request.text();
    const call: Call = {
      method: request.method,
      path: pathname,
      headers: request.headers,
      body: text === '' ? undefined : JSON.parse(text),
    };
    calls.push(call);
    const answer = answers[`${request.method} ${pathname}`]?.(call) ?? problem(404, 'not-found');
    return answer instanceof Response ? answer : json(answer);
  });
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  return calls;
}

export function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });
}

export function problem(status: number, type: string, more: object = {}): Response {
  return new Response(JSON.stringify({ type: `/problems/${type}`, title: type, status, ...more }), {
    status,
    headers: { 'Content-Type': 'application/problem+json' },
  });
}
