import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Outbox, type Outcome } from "./outbox";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function place() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

function box(answers: (Outcome | Error)[], store = place()) {
  const sent: string[] = [];
  const send = async ({ id, words }: { id: string; words: string }) => {
    sent.push(`${id} ${words}`);
    const answer = answers.shift() ?? "sent";
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return { sent, store, outbox: new Outbox(store, "key", send, () => {}) };
}
const settled = () => vi.advanceTimersByTimeAsync(0);

test("what is typed goes out in order, and is gone from here once it is taken", async () => {
  const { sent, store, outbox } = box([]);
  outbox.add("one", "1", "");
  outbox.add("two", "2", "");
  await settled();
  expect(sent).toEqual(["1 one", "2 two"]);
  expect([outbox.all, store.getItem("key")]).toEqual([[], null]);
});

test("without a network it is kept, also over a reload, and sent once it is back, under the same id", async () => {
  const { sent, store, outbox } = box([new Error("offline")]);
  outbox.add("hello", "1", "");
  outbox.add("again", "2", "");
  await settled();
  expect(sent).toEqual(["1 hello"]);
  outbox.close();
  const next = box([], store);
  expect(next.outbox.all.map(({ state }) => state)).toEqual(["waiting", "waiting"]);
  await next.outbox.flush();
  expect(next.sent).toEqual(["1 hello", "2 again"]);
  expect(store.getItem("key")).toBeNull();
});

test("it tries again by itself, each time later", async () => {
  const { sent, outbox } = box(["later", "later"]);
  outbox.add("hello", "1", "");
  await vi.advanceTimersByTimeAsync(2_000);
  expect(sent).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(3_900);
  expect(sent).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(200);
  expect(sent).toHaveLength(3);
  expect(outbox.all).toEqual([]);
});

test("what is refused stays to be looked at and holds up nothing; whoever is signed out keeps all", async () => {
  const { sent, outbox } = box(["refused", "sent", "signed_out"]);
  outbox.add("bad", "1", "");
  outbox.add("good", "2", "");
  await settled();
  expect(outbox.all).toMatchObject([{ id: "1", state: "failed" }]);
  outbox.drop("1");
  outbox.add("later", "3", "");
  await settled();
  expect([outbox.signedOut, outbox.all]).toMatchObject([true, [{ id: "3", state: "waiting" }]]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent).toHaveLength(3);
  await outbox.flush();
  expect([outbox.signedOut, outbox.all.length]).toEqual([false, 0]);
});
