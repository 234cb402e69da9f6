import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Session } from '@/generated/types.gen';
import { SessionKeeper, type News } from './keeper';

const MINUTE = 60_000;

/** A bank with one session, as the server keeps it. */
class Bank {
  lastUsed = Date.now();
  began = Date.now();
  idle = 15 * MINUTE;
  longest = 12 * 60 * MINUTE;
  account: string | undefined = 'marie';
  asked = 0;
  stayed = 0;

  session(): Session {
    const now = Date.now();
    const endsAt = this.began + this.longest;
    const idleEndsAt = Math.min(this.lastUsed + this.idle, endsAt);
    const signedIn = this.account !== undefined && now < idleEndsAt;
    return {
      signedIn,
      codeAwaited: false,
      signOn: false,
      localSignIn: true,
      now: iso(now),
      ...(signedIn && {
        account: {
          id: this.account ?? '',
          displayName: '',
          email: '',
          language: 'fr',
          roles: ['CUSTOMER'],
        },
        times: { idleEndsAt: iso(idleEndsAt), endsAt: iso(endsAt), confirmedUntil: iso(now) },
      }),
    };
  }

  use() {
    this.lastUsed = Date.now();
    return this.session();
  }
}

const iso = (instant: number) => new Date(instant).toISOString();

let bank: Bank;
const leave = vi.fn();
const decidedElsewhere = vi.fn();
let tabs: SessionKeeper[];

function tab(): SessionKeeper {
  const keeper: SessionKeeper = new SessionKeeper({
    ask: () => {
      bank.asked += 1;
      return Promise.resolve(bank.session());
    },
    stay: () => {
      bank.stayed += 1;
      return Promise.resolve(bank.use());
    },
    tell: (news: News) => tabs.filter((other) => other !== keeper).forEach((other) => other.news(news)),
    leave,
    decidedElsewhere,
    now: () => Date.now(),
  });
  tabs.push(keeper);
  return keeper;
}

/** A request of the page that keeps the session open. */
function request(keeper: SessionKeeper) {
  keeper.counted();
  bank.use();
}

const pass = (millis: number) => vi.advanceTimersByTimeAsync(millis);

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-24T09:00:00Z') });
  bank = new Bank();
  tabs = [];
  leave.mockReset();
  decidedElsewhere.mockReset();
});

afterEach(() => vi.useRealTimers());

function signedIn(): SessionKeeper {
  const keeper = tab();
  keeper.heard(bank.session());
  return keeper;
}

describe('a session without activity', () => {
  it('is warned of one minute before its end, and no sooner', async () => {
    const keeper = signedIn();
    await pass(14 * MINUTE - 1);
    expect(keeper.presence.state).toBe('here');
    await pass(1);
    expect(keeper.presence).toEqual({ state: 'warned', endsAt: bank.began + 15 * MINUTE, last: false });
  });

  it('ends when the server says so', async () => {
    const keeper = signedIn();
    await pass(15 * MINUTE + 1_000);
    expect(keeper.presence.state).toBe('gone');
  });

  it('goes on for who says that he is there', async () => {
    const keeper = signedIn();
    await pass(14 * MINUTE + 30_000);
    await keeper.stay();
    expect(keeper.presence.state).toBe('here');
    await pass(13 * MINUTE + 59_000);
    expect(keeper.presence.state).toBe('here');
    await pass(1_000);
    expect(keeper.presence.state).toBe('warned');
  });

  it('is not warned of while requests keep it open', async () => {
    const keeper = signedIn();
    for (let minute = 0; minute < 60; minute++) {
      request(keeper);
      await pass(MINUTE);
      expect(keeper.presence.state).toBe('here');
    }
    // Asking is no substitute for knowing, but it is not done with every request either.
    expect(bank.asked).toBeLessThanOrEqual(60 / 3);
  });

  it('is noticed when it became shorter because of what was shown', async () => {
    const keeper = signedIn();
    await pass(MINUTE);
    request(keeper);
    bank.idle = 5 * MINUTE;
    await pass(4 * MINUTE);
    expect(keeper.presence.state).toBe('warned');
  });

  it('goes on while another tab is used', async () => {
    const [one, other] = [signedIn(), signedIn()];
    await pass(10 * MINUTE);
    request(one);
    await pass(4 * MINUTE);
    expect(other.presence.state).toBe('here');
    await pass(10 * MINUTE);
    expect([one.presence.state, other.presence.state]).toEqual(['warned', 'warned']);
    await other.stay();
    expect([one.presence.state, other.presence.state]).toEqual(['here', 'here']);
  });

  it('is warned of and hidden past its end even when nobody answers', async () => {
    const keeper = tab();
    const ask = vi.spyOn(bank, 'session');
    keeper.heard(bank.session());
    ask.mockImplementation(() => {
      throw new Error('unreachable');
    });
    await pass(14 * MINUTE);
    expect(keeper.presence.state).toBe('warned');
    await pass(MINUTE);
    expect(keeper.presence.state).toBe('gone');
  });

  it('is not warned of for ever by a server that tells another time', async () => {
    const keeper = tab();
    bank.lastUsed -= 24 * 60 * MINUTE;
    const session = bank.session.bind(bank);
    vi.spyOn(bank, 'session').mockImplementation(() => {
      const times = { idleEndsAt: iso(bank.lastUsed), endsAt: iso(bank.began + bank.longest), confirmedUntil: '' };
      return { ...session(), signedIn: true, times, account: { id: 'marie' } as Session['account'] };
    });
    keeper.heard(bank.session());
    for (let minute = 0; minute < 30; minute++) {
      await pass(MINUTE);
      expect(keeper.presence.state).toBe('here');
    }
  });
});

describe('somebody busy on a page that asks nothing', () => {
  it('keeps the session open, once a minute at most', async () => {
    const keeper = signedIn();
    for (let second = 0; second < 20 * 60; second++) {
      await pass(1_000);
      keeper.touched();
    }
    expect(keeper.presence.state).toBe('here');
    expect(bank.stayed).toBeLessThanOrEqual(20);
    expect(bank.stayed).toBeGreaterThan(15);
  });

  it('does not answer the question by looking for the button', async () => {
    const keeper = signedIn();
    await pass(14 * MINUTE);
    keeper.touched();
    await pass(0);
    expect(bank.stayed).toBe(0);
    expect(keeper.presence.state).toBe('warned');
  });
});

describe('a session that has lasted as long as any may', () => {
  it('is warned of two minutes before, and once', async () => {
    bank.longest = 10 * MINUTE;
    const keeper = signedIn();
    await pass(8 * MINUTE);
    expect(keeper.presence).toEqual({ state: 'warned', endsAt: bank.began + 10 * MINUTE, last: true });
    keeper.acknowledge();
    expect(keeper.presence.state).toBe('here');
    await keeper.stay();
    expect(keeper.presence.state).toBe('here');
    await pass(2 * MINUTE + 1_000);
    expect(keeper.presence.state).toBe('gone');
  });
});

describe('whoever is gone', () => {
  async function gone() {
    const keeper = signedIn();
    bank.account = undefined;
    const back = vi.fn();
    void keeper.comeBack().then(back);
    await pass(0);
    expect(keeper.presence.state).toBe('gone');
    expect(back).not.toHaveBeenCalled();
    return { keeper, back };
  }

  it('finds the page as it was when back, and what was asked is asked again', async () => {
    const { keeper, back } = await gone();
    bank.account = 'marie';
    keeper.heard(bank.use());
    await pass(0);
    expect(keeper.presence.state).toBe('here');
    expect(back).toHaveBeenCalledWith(true);
    expect(leave).not.toHaveBeenCalled();
  });

  it('leaves nothing to somebody else', async () => {
    const { keeper, back } = await gone();
    bank.account = 'paul';
    keeper.heard(bank.use());
    await pass(0);
    expect(keeper.presence.state).toBe('left');
    expect(back).not.toHaveBeenCalled();
    expect(leave).toHaveBeenCalledOnce();
  });

  it('is back in all tabs at once', async () => {
    const { keeper } = await gone();
    const other = tab();
    other.heard({ ...bank.session(), signedIn: true });
    bank.account = 'marie';
    other.heard(bank.use());
    expect(keeper.presence.state).toBe('here');
  });

  it('was nobody: then there is nobody to wait for', async () => {
    const keeper = tab();
    expect(await keeper.comeBack()).toBe(false);
    expect(keeper.presence.state).toBe('nobody');
  });
});

describe('several tabs', () => {
  it('are all left when one signs out', () => {
    const [one, other] = [signedIn(), signedIn()];
    one.signedOut();
    expect([one.presence.state, other.presence.state]).toEqual(['left', 'left']);
    expect(leave).toHaveBeenCalledTimes(2);
    expect(leave.mock.calls.flat().filter((page) => page !== undefined)).toEqual([]);
  });

  it('are left as usual when the one that signs out goes on elsewhere', () => {
    const [one] = [signedIn(), signedIn()];
    one.signedOut('https://login.example/logout');
    expect(leave.mock.calls).toEqual([['https://login.example/logout'], [undefined]]);
  });

  it('hear of a sign-in where nobody was', () => {
    const stranger = tab();
    signedIn();
    expect(stranger.presence.state).toBe('here');
    expect(decidedElsewhere).toHaveBeenCalledOnce();
  });

  it('look for themselves when another says that nobody is here', async () => {
    const keeper = signedIn();
    keeper.news({
      kind: 'session',
      session: { signedIn: false, codeAwaited: false, signOn: false, localSignIn: true, now: iso(Date.now()) },
    });
    await pass(0);
    expect(keeper.presence.state).toBe('here');
    expect(bank.asked).toBe(1);
  });
});

it('looks at once when a sleeping machine wakes up', async () => {
  const keeper = signedIn();
  vi.setSystemTime(Date.now() + 60 * MINUTE);
  keeper.shown();
  expect(keeper.presence.state).toBe('gone');
  await pass(0);
  expect(bank.asked).toBe(1);
});
