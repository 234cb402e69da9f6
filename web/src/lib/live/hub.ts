export interface LiveSource {
  addEventListener(type: string, listener: (event: MessageEvent<string>) => void): void;
  close(): void;
}

export interface LiveHubOptions {
  open: (url: string) => LiveSource;
  /** How long without a stream before screens are refreshed by asking. */
  fallbackAfter?: number;
  /** A hidden page gives its connection back after this long. */
  hideAfter?: number;
}

interface Watcher {
  topics: readonly string[];
  changed: () => void;
}

type State = 'idle' | 'connecting' | 'open' | 'lost';

/**
 * One stream of changes for the whole page, whatever number of screens listen. Browsers allow six connections to a
 * server over HTTP/1.1, so a page never holds two, and a hidden page holds none.
 *
 * A change may be missed while there is no stream: when the stream opens again every watcher is told to look again,
 * and while it stays away they are told so at a slow pace.
 */
export class LiveHub {
  readonly #open: LiveHubOptions['open'];
  readonly #fallbackAfter: number;
  readonly #hideAfter: number;
  readonly #watchers = new Set<Watcher>();

  #source: LiveSource | undefined;
  #topics = '';
  #state: State = 'idle';
  #attempts = 0;
  #seenReady = false;
  #adjusting: ReturnType<typeof setTimeout> | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #fallback: ReturnType<typeof setInterval> | undefined;
  #hiding: ReturnType<typeof setTimeout> | undefined;

  constructor({ open, fallbackAfter = 30_000, hideAfter = 60_000 }: LiveHubOptions) {
    this.#open = open;
    this.#fallbackAfter = fallbackAfter;
    this.#hideAfter = hideAfter;
  }

  watch(topics: readonly string[], changed: () => void): () => void {
    const watcher = { topics, changed };
    this.#watchers.add(watcher);
    this.#adjustSoon();
    return () => {
      this.#watchers.delete(watcher);
      this.#adjustSoon();
    };
  }

  /** The page was hidden or shown. */
  visible(shown: boolean): void {
    clearTimeout(this.#hiding);
    if (!shown) {
      this.#hiding = setTimeout(() => this.#close('idle'), this.#hideAfter);
    } else if (this.#source === undefined && this.#watchers.size > 0) {
      this.#attempts = 0;
      this.#connect();
    }
  }

  /** Screens come and go together; the stream is opened once they have settled. */
  #adjustSoon() {
    clearTimeout(this.#adjusting);
    this.#adjusting = setTimeout(() => {
      const wanted = this.#wanted();
      if (wanted === this.#topics && this.#state !== 'idle') return;
      this.#topics = wanted;
      if (wanted === '') this.#close('idle');
      else this.#connect();
    }, 50);
  }

  #wanted(): string {
    const topics = new Set([...this.#watchers].flatMap((watcher) => watcher.topics));
    return [...topics].sort().join(' ');
  }

  #connect() {
    this.#topics = this.#wanted();
    this.#close('connecting');
    const query = this.#topics.split(' ').map((topic) => `topic=${encodeURIComponent(topic)}`);
    const source = this.#open(`/api/live?${query.join('&')}`);
    this.#source = source;
    source.addEventListener('ready', () => this.#ready());
    source.addEventListener('resync', () => this.#tell());
    source.addEventListener('changed', (event) => this.#tell(topicsOf(event.data)));
    source.addEventListener('error', () => this.#lost(source));
  }

  #ready() {
    this.#state = 'open';
    this.#attempts = 0;
    clearInterval(this.#fallback);
    this.#fallback = undefined;
    if (this.#seenReady) this.#tell();
    this.#seenReady = true;
  }

  /** We close and open again ourselves: an EventSource stops for good after some answers, and never backs off. */
  #lost(source: LiveSource) {
    if (source !== this.#source) return;
    this.#close('lost');
    this.#attempts += 1;
    const pause = Math.min(1_000 * 2 ** this.#attempts, 60_000);
    this.#retry = setTimeout(() => this.#connect(), pause * (0.75 + Math.random() / 2));
    this.#fallback ??= setInterval(() => this.#tell(), this.#fallbackAfter);
  }

  #close(state: State) {
    clearTimeout(this.#retry);
    this.#source?.close();
    this.#source = undefined;
    this.#state = state;
    if (state === 'idle') {
      clearInterval(this.#fallback);
      this.#fallback = undefined;
    }
  }

  #tell(topics?: readonly string[]) {
    for (const watcher of this.#watchers) {
      if (topics === undefined || watcher.topics.some((topic) => topics.includes(topic))) watcher.changed();
    }
  }
}

/** Which topics changed; `undefined` (all of them) when the message cannot be read. */
function topicsOf(data: string): string[] | undefined {
  try {
    const { topics } = JSON.parse(data) as { topics?: string[] };
    return Array.isArray(topics) ? topics : undefined;
  } catch {
    return undefined;
  }
}
