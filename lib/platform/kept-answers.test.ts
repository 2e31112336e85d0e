import { AsyncLocalStorage } from "node:async_hooks";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, onTestFinished, test, vi } from "vitest";
import { newId } from "./ids";
import { keptAnswers } from "./kept-answers";

const forSecond = { most: 2, ms: 60_000 };

test("asked together and again, it is looked up once", async () => {
  const kept = keptAnswers<string>(newId(), forSecond);
  let asked = 0;
  const ask = async () => `answer ${++asked}`;
  expect(await Promise.all([kept("a", ask), kept("a", ask)])).toEqual(["answer 1", "answer 1"]);
  expect(await kept("a", ask)).toBe("answer 1");
  expect(await kept("b", ask)).toBe("answer 2");
});

test("what is over is asked anew, and so is what was not there or failed", async () => {
  const kept = keptAnswers<string>(newId(), { most: 2, ms: 0 });
  let asked = 0;
  const ask = async () => `answer ${++asked}`;
  await kept("a", ask);
  expect(await kept("a", ask)).toBe("answer 2");
  const longer = keptAnswers<string>(newId(), forSecond);
  expect(await longer("a", async () => null)).toBeNull();
  await expect(longer("a", () => Promise.reject(new Error("no database")))).rejects.toThrow("no database");
  expect(await longer("a", ask)).toBe("answer 3");
});

test("one that does not come is not waited for by those who ask later, and changes nothing when it comes at last", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  onTestFinished(() => void vi.useRealTimers());
  const kept = keptAnswers<string>(newId(), { most: 2, ms: 200 });
  let come = (_: string) => {};
  const late = kept("a", () => new Promise((resolve) => (come = resolve)));
  vi.advanceTimersByTime(200);
  expect(await kept("a", async () => "newer")).toBe("newer");
  come("older");
  expect(await late).toBe("older");
  expect(await kept("a", () => Promise.reject(new Error("it is known")))).toBe("newer");
});

test("the request that it was asked in is not kept with it", async () => {
  const kept = keptAnswers<string>(newId(), forSecond);
  const requests = new AsyncLocalStorage<object>();
  const asked = async () => {
    const request = { of: "somebody" };
    await requests.run(request, () => kept("a", async () => "an answer"));
    return new WeakRef(request);
  };
  const request = await asked();
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const isGone = () => {
    collect();
    return request.deref() === undefined;
  };
  await expect.poll(isGone).toBe(true);
  expect(await kept("a", () => Promise.reject(new Error("it is known")))).toBe("an answer");
});
