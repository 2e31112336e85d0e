import { Busy } from "./busy";
import { singleton } from "./singleton";

type Line = { running: number; waiting: (() => void)[] };

/**
 * Heavy work of one kind, so many pieces at once in this process; the rest waits in line. Whoever would come after so many
 * gets `Busy`: they would wait for seconds, and the line would have no end.
 */
export function inTurn(name: string, { atOnce, waiting }: { atOnce: number; waiting: number }) {
  const line = () => singleton<Line>(`line-${name}`, () => ({ running: 0, waiting: [] }));
  return async <T>(work: () => Promise<T>): Promise<T> => {
    const queue = line();
    if (queue.waiting.length >= waiting) throw new Busy(`too many ${name}`);
    // A place that becomes free is handed to whoever waits, so that nobody who comes just then takes it.
    if (queue.running >= atOnce) await new Promise<void>((resolve) => queue.waiting.push(resolve));
    else queue.running++;
    try {
      return await work();
    } finally {
      const next = queue.waiting.shift();
      if (next) next();
      else queue.running--;
    }
  };
}
