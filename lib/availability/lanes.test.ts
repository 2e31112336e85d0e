import fc from "fast-check";
import { expect, test } from "vitest";
import { type InLane, type Sitting, seat, sitDown, sittingOf } from "./lanes";
import { crowded, overlaps, type Span } from "./spans";

const at = (id: string, from: number, to: number, lane: number): InLane => ({ id, from, to, lane });

test("the first free lane, and nobody moves", () =>
  expect(seat([at("a", 0, 10, 0)], { from: 5, to: 15 }, 2)).toEqual({ lane: 1, moved: [] }));

test("two that sit in different chairs after each other make room for one that would need both", () => {
  const taken = [at("a", 0, 10, 0), at("b", 10, 20, 1)];
  expect(seat(taken, { from: 5, to: 15 }, 2)).toEqual({ lane: 1, moved: [{ id: "b", lane: 0 }] });
});

test("none is left", () => expect(seat([at("a", 0, 10, 0)], { from: 9, to: 12 }, 1)).toBeNull());

const span = fc
  .tuple(fc.nat(60), fc.integer({ min: 1, max: 25 }))
  .map(([from, length]): Span => ({ from, to: from + length }));

test("whoever comes finds a lane exactly while the peak leaves one, and no two ever share", () => {
  fc.assert(
    fc.property(fc.array(span, { maxLength: 14 }), fc.integer({ min: 1, max: 3 }), (wishes, lanes) => {
      let sitting: InLane[] = [];
      for (const [n, wish] of wishes.entries()) {
        const fits = crowded(sitting, lanes).every((full) => !overlaps(full, wish));
        const seating = seat(sitting, wish, lanes);
        expect(seating !== null).toBe(fits);
        if (!seating) continue;
        const moved = new Map(seating.moved.map(({ id, lane }) => [id, lane]));
        sitting = sitting.map((one) => ({ ...one, lane: moved.get(one.id) ?? one.lane }));
        sitting.push({ ...wish, id: String(n), lane: seating.lane });
        for (const one of sitting) {
          expect(one.lane).toBeLessThan(lanes);
          for (const other of sitting) {
            if (one !== other && one.lane === other.lane) expect(overlaps(one, other)).toBe(false);
          }
        }
      }
    }),
    { numRuns: 1_000 },
  );
});

test("who looks at those of their own stretch alone is seated as if they had looked at all", () => {
  const wide = fc
    .tuple(fc.nat(400), fc.integer({ min: 1, max: 25 }))
    .map(([from, length]): Span => ({ from, to: from + length }));
  fc.assert(
    fc.property(
      fc.array(wide, { maxLength: 10 }),
      fc.array(wide, { maxLength: 25 }),
      fc.integer({ min: 1, max: 3 }),
      (before, wishes, lanes) => {
        // Those who are there may sit over one another, as what was booked over on purpose does.
        const there = before.map((span, n): InLane => ({ ...span, id: `there ${n}`, lane: n % lanes }));
        let all = there;
        let sitting: Sitting = sittingOf(there);
        for (const [n, wish] of wishes.entries()) {
          const fresh = { ...wish, id: String(n) };
          const one = seat(all, wish, lanes);
          const other = sitDown(sitting, fresh, lanes);
          expect(other && { lane: other.lane, moved: byId(other.moved) }).toEqual(
            one && { lane: one.lane, moved: byId(one.moved) },
          );
          if (!one || !other) continue;
          const moved = new Map(one.moved.map(({ id, lane }) => [id, lane]));
          all = [
            ...all.map((unit) => ({ ...unit, lane: moved.get(unit.id) ?? unit.lane })),
            { ...fresh, lane: one.lane },
          ];
          sitting = other.sitting;
          expect(byId(sitting.flatMap(({ units }) => units))).toEqual(byId(all));
          expect(sitting.every(({ from }, at) => at === 0 || sitting[at - 1]!.to <= from)).toBe(true);
        }
      },
    ),
    { numRuns: 1_000 },
  );
});
const byId = <T extends { id: string }>(all: readonly T[]): T[] => [...all].sort((a, b) => a.id.localeCompare(b.id));
