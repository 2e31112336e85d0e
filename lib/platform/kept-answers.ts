import { singleton } from "./singleton";

type Kept<T> = { answer: T; until: number };
type Asked<T> = { asking: Promise<T | null>; until: number };
type State<T> = { known: Map<string, Kept<T>>; asked: Map<string, Asked<T>> };

/**
 * Answers that serve everybody who asks within `ms` of the question; whoever asks while one is on its way waits for the same,
 * if it has not been on its way for longer than that. Neither null nor a failure is kept. What is kept is the answer and never
 * its promise: a promise holds on to the request it was made in, with all that has come of it.
 */
export function keptAnswers<T>(name: string, { most, ms }: { most: number; ms: number }) {
  const state = () => singleton<State<T>>(name, () => ({ known: new Map(), asked: new Map() }));
  return async (key: string, ask: () => Promise<T | null>): Promise<T | null> => {
    const { known, asked } = state();
    const kept = known.get(key);
    if (kept && performance.now() < kept.until) return kept.answer;
    const running = asked.get(key);
    if (running && performance.now() < running.until) return running.asking;
    const until = performance.now() + ms;
    const asking = ask()
      .then((answer) => {
        // One that was asked for later may have come before.
        if ((known.get(key)?.until ?? 0) > until) return answer;
        if (known.size >= most) known.clear();
        if (answer !== null) known.set(key, { answer, until });
        else known.delete(key);
        return answer;
      })
      .finally(() => {
        if (asked.get(key)?.asking === asking) asked.delete(key);
      });
    asked.set(key, { asking, until });
    return asking;
  };
}
