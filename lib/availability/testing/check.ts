import fc from "fast-check";
import { ask, type Engine } from "./ask";
import { type Oracle, oracleOf } from "./oracle";
import { preferred, tidyStarts } from "./preference-oracle";
import { type Scenario, scenario } from "./scenario";

/** How the answers fell, so that a test can see that neither is the rule. */
export type Tally = { scenarios: number; both: number };

/** The engine and the oracle say the same of every step of the day, and of minutes beside the steps. */
export const agreement = (engine: Engine, tally?: Tally) =>
  fc.property(scenario, fc.array(fc.integer({ min: 400, max: 1400 }), { minLength: 2, maxLength: 2 }), (s, minutes) => {
    const oracle = oracleOf(s);
    const { lines, rules } = ask(s, engine);
    const everywhere = { ...rules, gapAware: false };
    const offered = engine.openStarts(lines, everywhere);
    const starts = offered.map(({ start }) => start);
    const wanted = [...oracle.grid].filter((start) => oracle.able(start)).sort((a, b) => a - b);
    if (starts.join() !== wanted.join()) return false;
    const nextTo = starts.flatMap((start) => [start - 1, start + 1]).slice(0, 4);
    const accepted = (start: number, how: "any" | "on_step") =>
      engine.placeVisit(lines, start, { ...everywhere, starts: how }) !== null;
    for (const start of [...minutes, ...nextTo, s.notBefore, s.until, s.until - 1]) {
      if (accepted(start, "any") !== oracle.able(start)) return false;
      if (accepted(start, "on_step") !== starts.includes(start)) return false;
    }
    if (tally) count(tally, starts, oracle);
    return offered.every(({ placed }) => placed.every((one, n) => oracle.ableBy(Number(one.staffId), n, one.from)));
  });

function count(tally: Tally, starts: number[], { grid }: Oracle): void {
  tally.scenarios++;
  if (starts.length > 0 && starts.length < grid.size) tally.both++;
}

/** Who serves is who the house prefers, and gap-aware offering leaves out what leaves a hole. For one service. */
export const preference = (engine: Engine) =>
  fc.property(scenario, (drawn) => {
    const s: Scenario = { ...drawn, lines: [drawn.lines[0]] };
    const oracle = oracleOf(s);
    const { lines, rules } = ask(s, engine);
    const all = engine.openStarts(lines, { ...rules, gapAware: false });
    const isPreferred = all.every(({ start, placed }) => Number(placed[0]!.staffId) === preferred(s, oracle, start)[0]);
    const tidy = engine.openStarts(lines, { ...rules, gapAware: true }).map(({ start }) => start);
    return isPreferred && tidy.join() === tidyStarts(s, oracle).join();
  });
