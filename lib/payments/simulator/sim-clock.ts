export type SimClock = {
  /** Milliseconds since 1970, in the simulator's own time. */
  now(): number;
  at(due: number, task: () => unknown): void;
  /** Moves the time on; what falls due on the way has happened, answers of others included, when this resolves. */
  advance(ms: number): Promise<void>;
  stop(): void;
};

type Task = { due: number; run: () => unknown };

const longestTimer = 2 ** 31 - 1;

/** `speed` 1 is real time, 1000 is for tests that look on, 0 moves by `advance` alone. */
export function simClock({ start = Date.now(), speed = 1 }: { start?: number; speed?: number } = {}): SimClock {
  const tasks: Task[] = [];
  const began = performance.now();
  let offset = 0;
  /** While time is moved on it stands still at what is being done. */
  let held: number | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let turn: Promise<void> = Promise.resolve();
  let stopped = false;

  const flowing = () => start + offset + (performance.now() - began) * speed;
  const now = () => Math.floor(held ?? flowing());

  const attend = () => {
    clearTimeout(timer);
    const next = tasks[0];
    if (stopped || speed === 0 || held !== null || !next) return;
    timer = setTimeout(runDue, Math.min(Math.max(0, (next.due - flowing()) / speed), longestTimer)).unref();
  };
  const runDue = () => {
    // Those that are due together run together, as callbacks in the world outside do.
    while (tasks[0] && tasks[0].due <= flowing()) void run(tasks.shift()!);
    attend();
  };
  const run = async (task: Task) => {
    try {
      await task.run();
    } catch (error) {
      console.error("simulator:", error instanceof Error ? error.message : error);
    }
  };
  const move = async (ms: number) => {
    const target = now() + ms;
    held = now();
    clearTimeout(timer);
    while (tasks[0] && tasks[0].due <= target && !stopped) {
      const { due } = tasks[0];
      held = Math.max(held, due);
      const next = tasks.findIndex((task) => task.due > due);
      await Promise.all(tasks.splice(0, next < 0 ? tasks.length : next).map(run));
    }
    offset += target - flowing();
    held = null;
    attend();
  };

  return {
    now,
    at(due, task) {
      let place = tasks.length;
      while (place > 0 && tasks[place - 1]!.due > due) place--;
      tasks.splice(place, 0, { due, run: task });
      if (place === 0) attend();
    },
    advance(ms) {
      turn = turn.then(() => move(ms));
      return turn;
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
      tasks.length = 0;
    },
  };
}
