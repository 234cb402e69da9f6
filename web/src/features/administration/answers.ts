import type { StaffAnswer } from '@/generated/types.gen';

/** What became of an act, to be told on the page. */
export interface Told {
  /** Tells one telling from the next. */
  id: number;
  title: string;
  detail?: string;
  tone?: 'warn';
}

/** The one who is affected, and what the server said. */
export interface Answered {
  name: string;
  answer: StaffAnswer;
  /** What to say when it was done at once. */
  done: string;
}
