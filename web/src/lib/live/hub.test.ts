import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveHub, type LiveSource } from './hub';

class FakeSource implements LiveSource {
  closed = false;
  readonly #listeners = new Map<string, (event: MessageEvent<string>) => void>();
  readonly url: string;

  constructor(url: string) {
    this.url = url;
  }

  addEventListener(type: string, listener: (event: MessageEvent<string>) => void) {
    this.#listeners.set(type, listener);
  }

  close() {
    this.closed = true;
  }

  send(type: string, data = '') {
    this.#listeners.get(type)?.(new MessageEvent(type, { data }));
  }
}

let sources: FakeSource[];
let hub: LiveHub;
const last = () => sources.at(-1) as FakeSource;

beforeEach(() => {
  vi.useFakeTimers();
  sources = [];
  hub = new LiveHub({
    open: (url) => {
      const source = new FakeSource(url);
      sources.push(source);
      return source;
    },
  });
});

afterEach(() => vi.useRealTimers());

function watch(...topics: string[]) {
  const changed = vi.fn();
  const leave = hub.watch(topics, changed);
  vi.advanceTimersByTime(60);
  return { changed, leave };
}

describe('the live hub', () => {
  it('holds one stream for all who watch', () => {
    hub.watch(['customer:1'], () => undefined);
    hub.watch(['branch:2', 'customer:1'], () => undefined);
    vi.advanceTimersByTime(60);
    expect(sources).toHaveLength(1);
    expect(last().url).toBe('/api/live?topic=branch%3A2&topic=customer%3A1');
  });

  it('tells those whose topic changed, and only them', () => {
    const one = watch('customer:1');
    const two = watch('branch:2');
    last().send('changed', JSON.stringify({ topics: ['branch:2'] }));
    expect(one.changed).not.toHaveBeenCalled();
    expect(two.changed).toHaveBeenCalledOnce();
  });

  it('tells everyone when it cannot know what was missed', () => {
    const one = watch('customer:1');
    last().send('ready');
    expect(one.changed).not.toHaveBeenCalled();
    last().send('resync');
    last().send('changed', 'not json');
    expect(one.changed).toHaveBeenCalledTimes(2);
  });

  it('opens again after a loss, ever more slowly, then looks again', () => {
    const one = watch('customer:1');
    last().send('ready');
    last().send('error');
    expect(last().closed).toBe(true);
    vi.advanceTimersByTime(3_000);
    expect(sources).toHaveLength(2);
    last().send('error');
    vi.advanceTimersByTime(2_500);
    expect(sources).toHaveLength(2);
    vi.advanceTimersByTime(3_000);
    expect(sources).toHaveLength(3);
    one.changed.mockClear();
    last().send('ready');
    expect(one.changed).toHaveBeenCalledOnce();
  });

  it('asks from time to time while there is no stream', () => {
    const one = watch('customer:1');
    last().send('error');
    vi.advanceTimersByTime(31_000);
    expect(one.changed).toHaveBeenCalled();
  });

  it('gives the connection back when the page is hidden, and looks again when it is shown', () => {
    const one = watch('customer:1');
    last().send('ready');
    hub.visible(false);
    vi.advanceTimersByTime(61_000);
    expect(last().closed).toBe(true);
    hub.visible(true);
    expect(sources).toHaveLength(2);
    last().send('ready');
    expect(one.changed).toHaveBeenCalledOnce();
  });

  it('closes when nobody watches any more', () => {
    const one = watch('customer:1');
    one.leave();
    vi.advanceTimersByTime(60);
    expect(last().closed).toBe(true);
  });
});
