import type { Timeline } from "./timeline";
import type { Push } from "./world";

export type StkOptions = {
  /** A phone without a script pays by itself; otherwise it waits for a tap. */
  headless: boolean;
  strictTimestamps: boolean;
  /** Between two queries of one app. */
  queryGapMs: number;
  pushesPerSecond: number;
  /** The share of queries about a known push that get no answer. */
  flaps: number;
  /** Overrides rules and phones, for those who run the simulator in their own process. */
  choose?: ((push: Push) => Timeline | undefined) | undefined;
};
