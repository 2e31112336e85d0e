import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, daysBetween } from "@/lib/platform/calendar";
import { shareOf } from "./rules";
import { changeOf, freeDaysOf, nextLook, nextTerms, periodEnd, type Terms, type Wanted, worksUntil } from "./terms";

const month = (from: string, to: string, priceMinor: number): Terms => ({
  ...{ planId: "starter", interval: "month", priceMinor },
  ...{ periodStart: from, periodEnd: to, anchorOn: from },
});

describe("periods", () => {
  test("the thirty-first stays the thirty-first after a February", () => {
    expect(periodEnd("2026-01-31", "month", "2026-01-31")).toBe("2026-02-28");
    expect(periodEnd("2026-01-31", "month", "2026-02-28")).toBe("2026-03-31");
    expect(periodEnd("2024-02-29", "year", "2024-02-29")).toBe("2025-02-28");
    expect(periodEnd("2024-02-29", "year", "2027-02-28")).toBe("2028-02-29");
  });

  const wanted = { planId: "starter", interval: "month", priceMinor: 250_000 } as const;
  const paid = { ...month("2026-03-05", "2026-04-05", 250_000), status: "past_due", freeDays: 0, cancelsAtEnd: false };
  const from = (had: typeof paid, today: string) => nextTerms(had, wanted, today).periodStart;

  test("who pays within the grace goes on where they were; who comes later pays for the grace and not for what lay still", () => {
    expect(nextTerms(paid, wanted, "2026-04-11")).toMatchObject({ periodStart: "2026-04-05", periodEnd: "2026-05-05" });
    expect(nextTerms(paid, wanted, "2026-04-12")).toMatchObject({ periodStart: "2026-04-05", periodEnd: "2026-05-05" });
    // Rested from the 12th; back on the 20th: seven days of grace are charged, eight that lay still are not.
    expect(nextTerms(paid, wanted, "2026-04-20")).toMatchObject({ periodStart: "2026-04-13", periodEnd: "2026-05-13" });
    // Whoever had ended it had no grace.
    expect(from({ ...paid, cancelsAtEnd: true }, "2026-04-08")).toBe("2026-04-08");
    // And days that were given are nobody's grace.
    expect(from({ ...paid, freeDays: 10 }, "2026-04-21")).toBe("2026-04-15");
  });

  test("a year that follows a month is a whole year, whatever day of the row it begins on", () => {
    const yearly = { ...wanted, interval: "year" } as const;
    expect(nextTerms({ ...paid, anchorOn: "2026-01-05" }, yearly, "2026-04-05").periodEnd).toBe("2027-04-05");
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 30 }), (shift, steps) => {
        const anchorOn = addDays("2026-01-01", shift);
        const begins = periodEnd(anchorOn, "month", addDays(anchorOn, steps * 31));
        const [monthly, whole] = (["month", "year"] as const).map((one) =>
          daysBetween(begins, periodEnd(anchorOn, one, begins)),
        );
        expect([28, 29, 30, 31]).toContain(monthly);
        expect([365, 366, 364, 367]).toContain(whole);
      }),
    );
  });

  test("days that were given are worth no more of a dearer plan", () => {
    expect([freeDaysOf(336, 250_000, 1_200_000), freeDaysOf(10, 500_000, 250_000), freeDaysOf(0, 1, 1)]).toEqual([
      70, 10, 0,
    ]);
  });

  test("what is done when, in Nairobi", () => {
    const due = { status: "active", periodEnd: "2026-04-05", freeDays: 0, cancelsAtEnd: false };
    const at = (day: string) => nextLook(due, "Africa/Nairobi", new Date(`${day}T12:00:00Z`))?.toISOString();
    expect(at("2026-03-10")).toBe("2026-04-02T06:00:00.000Z");
    expect(at("2026-04-02")).toBe("2026-04-05T06:00:00.000Z");
    expect(at("2026-04-08")).toBe("2026-04-10T06:00:00.000Z");
    expect(at("2026-04-10")).toBe("2026-04-12T06:00:00.000Z");
    expect(at("2026-04-12")).toBe("2026-06-04T06:00:00.000Z");
    expect(at("2026-07-01")).toBeUndefined();
    expect(worksUntil(due, "Africa/Nairobi").toISOString()).toBe("2026-04-11T21:00:00.000Z");
    expect(worksUntil({ ...due, cancelsAtEnd: true }, "Africa/Nairobi").toISOString()).toBe("2026-04-04T21:00:00.000Z");
  });
});

describe("changes", () => {
  test("by hand: from a month of Starter to a year of Professional on its eleventh day", () => {
    const change = changeOf(
      month("2026-04-01", "2026-05-01", 250_000),
      { planId: "professional", interval: "year", priceMinor: 5_000_000 },
      "2026-04-11",
    );
    // Ten of thirty days of 2,500 are 833; 1,667 are left and come off 50,000.
    expect(change).toEqual({
      ...{ newMinor: 5_000_000, leftMinor: 166_700 },
      target: {
        ...{ planId: "professional", interval: "year", priceMinor: 5_000_000 },
        ...{ periodStart: "2026-04-11", periodEnd: "2027-04-11", anchorOn: "2026-04-11" },
      },
    });
  });

  const plan = fc.record({
    planId: fc.constantFrom("a", "b", "c"),
    interval: fc.constantFrom("month" as const, "year" as const),
    priceMinor: fc.integer({ min: 1, max: 30_000 }).map((shillings) => shillings * 100),
  });

  test("a year of changes, renewals and late payments charges each day by the plan it had, to the shilling", () => {
    const steps = fc.array(fc.record({ wait: fc.integer({ min: 0, max: 40 }), plan }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(plan, steps, (first, all) => {
        const begun = "2026-01-31";
        let terms: Terms = {
          ...first,
          periodStart: begun,
          periodEnd: periodEnd(begun, first.interval, begun),
          anchorOn: begun,
        };
        // Money is asked for or credited by each step; what days have cost by their own plan is kept beside it.
        let charged = first.priceMinor;
        let cost = 0;
        let since = begun;
        const spend = (until: string) => {
          const of = daysBetween(terms.periodStart, terms.periodEnd);
          const share = (day: string) => shareOf(terms.priceMinor, daysBetween(terms.periodStart, day), of);
          cost += share(until) - share(since);
          since = until;
        };
        // At its end another plan may have been chosen, by the year after months, or by the month after a year.
        const renew = (today: string, wanted: Wanted) => {
          while (terms.periodEnd <= today) {
            spend(terms.periodEnd);
            const standing = { ...terms, status: "active", freeDays: 0, cancelsAtEnd: false };
            terms = nextTerms(standing, wanted, terms.periodEnd);
            charged += terms.priceMinor;
          }
        };
        let today = begun;
        for (const { wait, plan: wanted } of all) {
          today = addDays(today, wait);
          renew(today, wanted);
          spend(today);
          const { target, newMinor, leftMinor } = changeOf(terms, wanted, today);
          charged += newMinor - leftMinor;
          terms = target;
        }
        spend(terms.periodEnd);
        expect(charged).toBe(cost);
        expect(terms.periodStart < terms.periodEnd).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});
