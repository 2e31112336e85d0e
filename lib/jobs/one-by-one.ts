/**
 * The same work, one call after the other in the order of their calls. Who takes longer than `patienceMs`, waiting for
 * somebody's lock perhaps, is overtaken; one that fails holds nobody up.
 */
export function oneByOne<A extends unknown[], T>(
  work: (...given: A) => Promise<T>,
  patienceMs: number,
): (...given: A) => Promise<T> {
  let turn: Promise<unknown> = Promise.resolve();
  return (...given) => {
    const mine = turn.then(() => work(...given));
    turn = turn.then(() => settledWithin(mine, patienceMs));
    return mine;
  };
}

function settledWithin(work: Promise<unknown>, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    const done = () => {
      clearTimeout(timer);
      resolve();
    };
    work.then(done, done);
  });
}
