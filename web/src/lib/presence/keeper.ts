import type { Session } from '@/generated/types.gen';

/** Whether the reader this page was made for is still signed in. */
export type Presence =
  /** Nobody was signed in. */
  | { readonly state: 'nobody' }
  | { readonly state: 'here' }
  /** About to be signed out: for want of activity, or because no session lasts longer. */
  | { readonly state: 'warned'; readonly endsAt: number; readonly last: boolean }
  /** Signed out while the page was open. It is kept, unseen, until its reader is back. */
  | { readonly state: 'gone' }
  /** Signed out on purpose, or somebody else is signed in: nothing of this page is shown any more. */
  | { readonly state: 'left' };

/** What the tabs of one browser tell each other. */
export type News = { kind: 'session'; session: Session } | { kind: 'signed-out' };

export interface KeeperOptions {
  /** How long the session lasts; asking does not make it last longer. */
  ask: () => Promise<Session>;
  /** Says that somebody is there. */
  stay: () => Promise<Session>;
  tell: (news: News) => void;
  /** Show another page, the first one if none is named, with nothing of this one in its memory. */
  leave: (page?: string) => void;
  /** Who is signed in was decided in another tab. */
  decidedElsewhere: () => void;
  /** The server's clock, in milliseconds. */
  now: () => number;
}

/** Time enough to find a button (WCAG 2.2.1 asks for 20 seconds), and to finish a sentence when nothing can be put off. */
const WARNING = { idle: 60_000, last: 120_000 };

/** Anything asked of the server may have changed when the session ends; the shortest one ends after five minutes. */
const UNSURE_AFTER = 210_000;

/** Somebody who is busy on a page that asks nothing says so this often. */
const STAY_EVERY = 60_000;

const PATIENCE = 15_000;

/**
 * Knows when the session ends, warns before, and notices when it is over. What it knows is what the server said last: before it warns
 * it asks, since another tab may have kept the session open, and the end comes only when the server says so.
 */
export class SessionKeeper {
  readonly #options: KeeperOptions;
  readonly #listeners = new Set<() => void>();
  #presence: Presence = { state: 'nobody' };
  #account: string | undefined;
  #times: { idleEndsAt: number; endsAt: number } | undefined;
  #told = 0;
  #acknowledged = 0;
  #counted = 0;
  #wakeAt = Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waiting: (() => void)[] = [];

  constructor(options: KeeperOptions) {
    this.#options = options;
  }

  get presence(): Presence {
    return this.#presence;
  }

  watch(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** What the server said about who is here; the other tabs hear of it. */
  heard(session: Session): void {
    this.#take(session);
    this.#options.tell({ kind: 'session', session });
  }

  /** What another tab heard. That nobody is here may be old news by now: better to ask. */
  news(news: News): void {
    const before = this.#account;
    if (news.kind === 'signed-out') {
      if (before !== undefined) this.#leave();
    } else if (news.session.signedIn) {
      this.#take(news.session);
      if (before === undefined) this.#options.decidedElsewhere();
    } else if (this.#presence.state === 'here' || this.#presence.state === 'warned') {
      void this.#check();
    }
  }

  /** A request went out that keeps the session open. */
  counted(): void {
    this.#counted = this.#options.now();
    if (this.#presence.state === 'here') this.#wake(Math.min(this.#wakeAt, this.#counted + UNSURE_AFTER));
  }

  /** Somebody touched the page. */
  touched(): void {
    if (this.#presence.state !== 'here' || this.#options.now() - this.#counted < STAY_EVERY) return;
    this.stay().catch(() => undefined);
  }

  async stay(): Promise<void> {
    this.counted();
    this.heard(await this.#options.stay());
  }

  /** The last warning was read; there is nothing to do about the end of a session but to know of it. */
  acknowledge(): void {
    this.#acknowledged = this.#times?.endsAt ?? 0;
    this.#decide();
  }

  /** The page was shown again, after who knows how long: timers of a hidden page or a sleeping machine are late. */
  shown(): void {
    if (this.#account !== undefined && this.#options.now() - this.#told > PATIENCE) void this.#check();
  }

  /** The server does not know who is here. Resolves when the one who was is back; `false` when there was nobody. */
  async comeBack(): Promise<boolean> {
    if (this.#account === undefined) return false;
    this.#become({ state: 'gone' });
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return true;
  }

  /** Signed out on purpose: nothing is kept, here and in the other tabs. This one goes on to the page, if one is named. */
  signedOut(page?: string): void {
    this.#leave(page);
    this.#options.tell({ kind: 'signed-out' });
  }

  #take(session: Session) {
    if (this.#presence.state === 'left') return;
    const { account, times } = session;
    if (account === undefined || times === undefined) {
      if (this.#account !== undefined) this.#become({ state: 'gone' });
      return;
    }
    if (this.#account !== undefined && this.#account !== account.id) {
      this.#leave();
      return;
    }
    this.#account = account.id;
    this.#times = { idleEndsAt: Date.parse(times.idleEndsAt), endsAt: Date.parse(times.endsAt) };
    this.#told = this.#options.now();
    this.#decide();
    this.#waiting.splice(0).forEach((resume) => resume());
  }

  #decide() {
    if (this.#times === undefined) return;
    const { idleEndsAt, endsAt } = this.#times;
    const last = idleEndsAt >= endsAt;
    const end = last ? endsAt : idleEndsAt;
    const warnAt = end - (last ? WARNING.last : WARNING.idle);
    const now = this.#options.now();
    if (end <= now) {
      // The server still knows him, so what it said of the end does not hold: warn of nothing, ask again.
      this.#times = undefined;
      this.#become({ state: 'here' });
      this.#wake(now + STAY_EVERY);
    } else if (warnAt > now) {
      this.#become({ state: 'here' });
      this.#wake(warnAt);
    } else {
      this.#become(last && this.#acknowledged === endsAt ? { state: 'here' } : { state: 'warned', endsAt: end, last });
      this.#wake(end + 1_000);
    }
  }

  /** Past the end the page is hidden at once; the answer may bring it back. */
  async #check() {
    if (this.#options.now() >= (this.#times?.idleEndsAt ?? Infinity)) this.#become({ state: 'gone' });
    try {
      this.heard(await this.#options.ask());
    } catch {
      if (this.#presence.state !== 'gone') this.#decide();
      this.#wake(this.#options.now() + PATIENCE);
    }
  }

  #wake(at: number) {
    clearTimeout(this.#timer);
    this.#wakeAt = at;
    this.#timer = setTimeout(() => void this.#check(), Math.max(at - this.#options.now(), 0));
  }

  #leave(page?: string) {
    this.#become({ state: 'left' });
    this.#options.leave(page);
  }

  #become(presence: Presence) {
    if (this.#presence.state === 'left') return;
    if (presence.state === 'gone' || presence.state === 'left') clearTimeout(this.#timer);
    if (JSON.stringify(presence) === JSON.stringify(this.#presence)) return;
    this.#presence = presence;
    this.#listeners.forEach((listener) => listener());
  }
}
