import { expect, test } from "vitest";
import { newId } from "./ids";
import { countTogether, type Limit, tallied } from "./rate-limit";

const seconds = 60;
const narrow = { name: "test-narrow", points: 2, seconds } satisfies Limit;
const wide = { name: "test-wide", points: 5, seconds } satisfies Limit;

test("each of many is within its own limits; what is refused uses up nothing, nor waits for the rest", async () => {
  const [one, other, all] = [newId(), newId(), newId()];
  const wanted = [one, one, one, other, one].map(
    (key) =>
      [
        [narrow, key],
        [wide, all],
      ] as const,
  );
  const answers = await countTogether(wanted);
  expect(answers.map(({ ok }) => ok)).toEqual([true, true, false, true, false]);
  expect(answers[2]).toMatchObject({ over: "test-narrow" });
  expect(await tallied(narrow, one)).toBe(2);
  expect(await tallied(wide, all)).toBe(3);
});

test("many at once and in any order of their keys never let one more through, and none waits for another for ever", async () => {
  const [all, keys] = [newId(), Array.from({ length: 6 }, newId)];
  const rounds = Array.from({ length: 30 }, (_, n) =>
    countTogether(
      (n % 2 ? keys : keys.toReversed()).map(
        (key) =>
          [
            [{ ...narrow, points: 30 }, key],
            [{ ...wide, points: 20 }, all],
          ] as const,
      ),
    ),
  );
  const through = (await Promise.all(rounds)).flat().filter(({ ok }) => ok);
  expect(through.length).toBeGreaterThan(0);
  expect(through.length).toBeLessThanOrEqual(20);
  expect(await tallied(wide, all)).toBe(through.length);
});

test("what is over says for how long, and counting begins again afterwards", async () => {
  const key = newId();
  const brief = { name: "test-brief", points: 1, seconds: 1 } satisfies Limit;
  expect(await countTogether([[[brief, key]], [[brief, key]]])).toEqual([
    { ok: true },
    { ok: false, over: "test-brief", retryAfterSeconds: 1 },
  ]);
  await expect.poll(async () => (await countTogether([[[brief, key]]]))[0]?.ok, { timeout: 5_000 }).toBe(true);
});
