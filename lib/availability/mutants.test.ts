import { readFileSync } from "node:fs";
import { build, type Plugin } from "esbuild";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Engine } from "./testing/ask";
import { agreement, preference } from "./testing/check";

// Each rule of the engine with a small error planted in a copy of its source: the oracle notices every one of them. A rule
// whose error it let through would be a rule that nothing tests.

type Fault = [rule: string, file: string, was: string, becomes: string];

const faults: Fault[] = [
  ["notice: the first minute is allowed", "plan.ts", "start < rules.notBefore", "start <= rules.notBefore"],
  ["horizon: the last minute is not", "plan.ts", "start >= rules.until", "start > rules.until"],
  ["limit a day: as many as said", "plan.ts", "length < rules.perDay.most", "length <= rules.perDay.most"],
  ["limit a day: a day begins at midnight", "plan.ts", "day.from <= at && at < day.to", "day.from < at && at < day.to"],
  [
    "limit a day: and ends before the next",
    "plan.ts",
    "day.from <= at && at < day.to",
    "day.from <= at && at <= day.to",
  ],
  ["hours: work may end with the shift", "spans.ts", "inner.to <= holder.to", "inner.to < holder.to"],
  ["hours: and no later", "spans.ts", "inner.to <= holder.to", "inner.to <= holder.to + 1"],
  [
    "hours: work may begin with the shift",
    "spans.ts",
    "sorted[middle]!.from <= minute",
    "sorted[middle]!.from < minute",
  ],
  ["neighbours may touch", "spans.ts", "a.from < b.to && b.from < a.to", "a.from <= b.to && b.from <= a.to"],
  ["pools: one that ends is free at once", "spans.ts", "lastFrom(sorted, span.to - 1)", "lastFrom(sorted, span.to)"],
  ["pools: the last minute counts", "spans.ts", "lastFrom(sorted, span.to - 1)", "lastFrom(sorted, span.to - 2)"],
  ["peak: one that has ended counts no more", "spans.ts", "ends[ended]! <= at", "ends[ended]! < at"],
  ["peak: not one fewer", "spans.ts", "begun + 1 - ended < atLeast", "begun + 2 - ended < atLeast"],
  ["peak: not one more", "spans.ts", "begun + 1 - ended < atLeast", "begun - ended < atLeast"],
  ["seats: all of them", "diary.ts", "line.seats ?? 1", "(line.seats ?? 1) - 1 || 1"],
  ["seats: and no more", "diary.ts", "line.seats ?? 1", "(line.seats ?? 1) + 1"],
  ["seats: of this service only", "diary.ts", "busy.seatOf === line.serviceId", "busy.seatOf"],
  [
    "a break takes every seat",
    "diary.ts",
    "busy.seatOf === line.serviceId",
    "busy.seatOf === line.serviceId || busy.away",
  ],
  ["lessons: joined when they begin", "diary.ts", "begins === work.from", "true"],
  ["lessons: by all of the work", "diary.ts", "  diary.work.every((span) => {", "  diary.work.some((span) => {"],
  ["lessons: or kept clear of", "diary.ts", "lessonsMet(diary, later(span, at)).length === 0", "true"],
  ["lessons: with the time around them", "diary.ts", "kept: widened(busy, candidate, rules)", "kept: busy"],
  ["lessons: joined where no step falls", "grid.ts", "line.together ?", "false ?"],
  ["lessons: only where all begin together", "diary.ts", "line.together ?", "true ?"],
  ["pools: the quantity", "diary.ts", "need.pool.quantity)", "need.pool.quantity + 1)"],
  ["pools: only the segments that need one", "diary.ts", "needing.includes(place)", "true"],
  [
    "pools: in the gaps too, unless said otherwise",
    "diary.ts",
    "[{ from: 0, to: lengthOf(segments) }]",
    "workOf(segments, 0)",
  ],
  [
    "buffers: ours before meets theirs after",
    "visit.ts",
    "busy.to + both(busy.after, ours.before, buffers)",
    "busy.to + both(busy.after, ours.after, buffers)",
  ],
  [
    "buffers: ours after meets theirs before",
    "visit.ts",
    "busy.from - both(busy.before, ours.after, buffers)",
    "busy.from - both(busy.before, ours.before, buffers)",
  ],
  ["buffers: larger or both", "visit.ts", 'buffers === "add"', 'buffers !== "add"'],
  ["buffers: to the minute", "visit.ts", "? a + b :", "? a + b + 1 :"],
  ["segments: work, not waiting", "visit.ts", '    .filter(({ kind }) => kind === "work")', ""],
  ["segments: one after the other", "visit.ts", "from: at - minutes, to: at", "from: at - minutes + 1, to: at"],
  [
    "the next service begins when the one before ends",
    "plan.ts",
    "restFrom(plan, index + 1, at + diary.length);\n    if",
    "restFrom(plan, index + 1, at + diary.length + 1);\n    if",
  ],
  ["steps: on the grid", "grid.ts", "(start - from) % step === 0", "(start - from) % step <= 1"],
  ["steps: before the end of the shift", "grid.ts", "from <= start && start < to", "from < start && start < to"],
  [
    "steps: counted from the shift",
    "grid.ts",
    "Math.ceil((from - grid.from) / step)",
    "Math.floor((from - grid.from) / step) + 1",
  ],
  ["round times: the first one", "grid.ts", "earliest + round - past", "earliest + 2 * round - past"],
  ["round times: on a round minute", "grid.ts", "past === 0", "past <= 5"],
  ["round times: anew in each free stretch", "grid.ts", "segments.length > 1", "segments.length > 0"],
  ["round times: a class goes on beside its own", "grid.ts", "(line.seats ?? 1) === 1", "true"],
  ["dates: the business's holds for all", "hours.ts", "special ? within(ownDay, special) : ownDay", "ownDay"],
  ["dates: those without hours work what it says", "hours.ts", "return special ?? (", "return ("],
  ["dates: a holiday shuts", "hours.ts", "? [] : undefined", "? undefined : undefined"],
  ["dates: own ones go before the week", "hours.ts", "own.dated?.get(date) ?? (", "("],
  ["own hours go before the business's", "hours.ts", "own.weekly.length > 0", "own.weekly.length > 9"],
  ["a shift of the day before reaches into this one", "hours.ts", "local.addDays(from, -1)", "local.addDays(from, 0)"],
  ["breaks", "hours.ts", "one.date === date", "one.date < date"],
  ["short hours cut a shift", "spans.ts", "Math.min(span.to, limit.to)", "span.to"],
  ["a hole in the hours", "spans.ts", "out[next]!.to <= span.from", "out[next]!.to <= span.to"],
  ["time beside a hole", "spans.ts", "from < out[at]!.from", "from + 10 < out[at]!.from"],
];

const choices: Fault[] = [
  ["fairest: fewest, not most", "any-staff.ts", "a.rank - b.rank", "b.rank - a.rank"],
  ["fairest: of that day", "any-staff.ts", "[dayOf(at, rules)])", "[always])"],
  ["fairest: a break is no work", "diary.ts", "(busy) => !busy.away", "() => true"],
  [
    "fairest: a class counts once",
    "diary.ts",
    "? unite(candidate.person.busy.filter((busy) => !busy.away))",
    "? candidate.person.busy.filter((busy) => !busy.away)",
  ],
  ["a lesson fills up before another begins", "any-staff.ts", "line.together ?", "false ?"],
  ["usual", "any-staff.ts", "line.usual ? 0 : 1", "line.usual ? 1 : 0"],
  ["a hole is what is shorter than the shortest", "lost-time.ts", "to - from < shortest", "to - from <= shortest"],
  ["a hole: buffers are not free", "lost-time.ts", "work.to + candidate.after", "work.to"],
  ["a hole: buffers before", "lost-time.ts", "work.from - candidate.before", "work.from"],
  ["a hole: only what somebody could have had", "lost-time.ts", "from >= rules.notBefore", "from > rules.notBefore"],
  ["a hole: only a new one", "lost-time.ts", "tooShort(after) - tooShort(before)", "tooShort(after)"],
  ["gap-aware: none at all is tidy", "tidy.ts", "lostMinutes(own, rules) === 0", "lostMinutes(own, rules) <= 5"],
  ["gap-aware: what cannot be helped is offered", "tidy.ts", "!couldBeTidy(plan, visit)", "false"],
  ["gap-aware: each stretch for itself", "tidy.ts", "stretchOf(other) === stretch", "true"],
  ["gap-aware: a class leaves no hole", "tidy.ts", "> 1) continue", "> 9) continue"],
  ["gap-aware: only what may still begin", "tidy.ts", "mayBegin(start, plan.rules) ? visitBy", "true ? visitBy"],
];

const folder = new URL(".", import.meta.url);
const engineOf = async (fault?: Fault): Promise<Engine> => {
  const plant: Plugin = {
    name: "plant",
    setup: ({ onLoad }) =>
      onLoad({ filter: /availability\/[\w-]+\.ts$/ }, ({ path }) => {
        const text = readFileSync(path, "utf8");
        return {
          contents: fault && path.endsWith(`/${fault[1]}`) ? text.replace(fault[2], fault[3]) : text,
          loader: "ts",
        };
      }),
  };
  const entry = `export * from "./visit-plan"; export { shiftsOn, breaksOn } from "./hours";`;
  const made = await build({
    stdin: { contents: entry, resolveDir: folder.pathname, loader: "ts" },
    bundle: true,
    write: false,
    format: "esm",
    plugins: [plant],
  });
  return import(
    /* @vite-ignore */ `data:text/javascript;base64,${Buffer.from(made.outputFiles[0]!.contents).toString("base64")}`
  );
};

const noticed = async (property: (engine: Engine) => fc.IProperty<unknown>, fault?: Fault): Promise<boolean> => {
  const numRuns = fault ? 6_000 : 200;
  return fc.check(property(await engineOf(fault)), { numRuns, seed: 20_261_128, endOnFailure: true }).failed;
};

test("a copy without a fault agrees", { timeout: 60_000 }, async () => {
  expect(await noticed(agreement)).toBe(false);
  expect(await noticed(preference)).toBe(false);
});

describe.each([
  ["when a visit can begin", agreement, faults],
  ["who serves and what leaves a hole", preference, choices],
])("%s", (_, property, planted) => {
  test.each(planted)("%s (%s: %s)", { timeout: 60_000 }, async (...fault) => {
    const source = readFileSync(new URL(fault[1], folder), "utf8");
    expect(source.split(fault[2])).toHaveLength(2);
    expect(await noticed(property, fault as Fault)).toBe(true);
  });
});
