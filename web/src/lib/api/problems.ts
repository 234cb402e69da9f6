import type { FieldError, ImportReport, Problem as Described, Slot } from '@/generated/types.gen';

/** A problem with the further members that some types bring. */
type ProblemBody = Described & {
  /** slot-taken, hold-expired */
  nearest?: Slot[];
  /** too-late-to-change */
  limit?: string;
  /** import-rejected */
  report?: ImportReport;
};

/** What the server refused, in its own words. `type` is the stable name without its `/problems/` prefix. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly type: string;
  readonly status: number;
  readonly title: string;
  readonly detail: string | undefined;
  readonly fields: readonly FieldError[];
  readonly requestId: string | undefined;
  readonly body: Partial<ProblemBody>;

  constructor(status: number, body: Partial<ProblemBody>) {
    const title = body.title ?? '';
    super(body.detail ?? title);
    this.type = (body.type ?? 'about:blank').replace(/^.*\/problems\//, '');
    this.status = status;
    this.title = title;
    this.detail = body.detail;
    this.fields = body.errors ?? [];
    this.requestId = body.requestId;
    this.body = body;
  }

  is(...types: string[]): boolean {
    return types.includes(this.type);
  }

  /** The resource as it is now, which a stale change (412) brings back. */
  get current(): unknown {
    return this.body.current;
  }

  fieldMessage(field: string): string | undefined {
    return this.fields.find((error) => error.field === field)?.message;
  }
}

/** The request never got an answer: no network, or the server is away. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

export function isProblem(error: unknown, ...types: string[]): error is Problem {
  return error instanceof Problem && (types.length === 0 || error.is(...types));
}

export function isUnreachable(error: unknown): error is Unreachable {
  return error instanceof Unreachable;
}

/** Trying again may help: nothing was refused, nobody was there to answer. */
export function isPassing(error: unknown): boolean {
  return isUnreachable(error) || (error instanceof Problem && [502, 503, 504].includes(error.status));
}

/** What the generated client caught, as one of the two failures above. Cancelled requests stay what they are. */
export function toFailure(error: unknown, response: Response | undefined): unknown {
  if (error instanceof Problem || error instanceof Unreachable) return error;
  if (response === undefined) {
    if (error instanceof DOMException && error.name === 'AbortError') return error;
    return new Unreachable(error instanceof Error ? error.message : 'unreachable', { cause: error });
  }
  const body = typeof error === 'object' && error !== null ? (error as Partial<ProblemBody>) : {};
  return new Problem(response.status, body);
}
