import { useSyncExternalStore } from 'react';

interface Question {
  answered: Promise<boolean>;
  answer: (confirmed: boolean) => void;
}

let question: Question | undefined;
const listeners = new Set<() => void>();

/**
 * Some acts are done only for someone who has just proven who he is. Asks that, once however many acts wait for it, and says whether
 * it was proven; `false` when the person would rather not.
 */
export function askConfirmation(): Promise<boolean> {
  if (question === undefined) {
    let answer: Question['answer'] = () => undefined;
    const answered = new Promise<boolean>((resolve) => {
      answer = resolve;
    });
    question = { answered, answer };
    tell();
  }
  return question.answered;
}

export function answerConfirmation(confirmed: boolean): void {
  const answered = question;
  question = undefined;
  tell();
  answered?.answer(confirmed);
}

/** Whether the question is open. */
export function useConfirmationAsked(): boolean {
  return useSyncExternalStore(watch, () => question !== undefined);
}

function watch(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell() {
  listeners.forEach((listener) => listener());
}
