import { expect, test } from "vitest";
import { oneByOne } from "./one-by-one";

type Work = { name: string; end(): void; fail(): void };

function lane(patienceMs: number) {
  const begun: Work[] = [];
  const work = oneByOne(
    (name: string) =>
      new Promise<string>((resolve, reject) => {
        begun.push({ name, end: () => resolve(name), fail: () => reject(new Error(name)) });
      }),
    patienceMs,
  );
  return { begun, work, names: () => begun.map(({ name }) => name) };
}
const turn = () => new Promise((resolve) => setImmediate(resolve));

test("the next begins when the one before it has ended, well or badly, in the order of their calls", async () => {
  const { begun, work, names } = lane(60_000);
  const [one, two, three] = [work("one"), work("two"), work("three")];
  await turn();
  expect(names()).toEqual(["one"]);
  begun[0]!.end();
  expect(await one).toBe("one");
  await turn();
  expect(names()).toEqual(["one", "two"]);
  begun[1]!.fail();
  await expect(two).rejects.toThrow("two");
  await turn();
  begun[2]!.end();
  expect(await three).toBe("three");
});

test("who takes too long is overtaken, and ends all the same", async () => {
  const { begun, work, names } = lane(1);
  const [slow, quick] = [work("slow"), work("quick")];
  await expect.poll(names).toEqual(["slow", "quick"]);
  begun[1]!.end();
  expect(await quick).toBe("quick");
  begun[0]!.end();
  expect(await slow).toBe("slow");
});
