import { afterAll, expect, test, vi } from "vitest";
import { closeConnections } from "@/db/client";
import { Listener } from "./listener";
import { metrics } from "./metrics";

afterAll(() => closeConnections());

const reconnects = async (): Promise<number> => (await metrics().reconnects.get()).values[0]?.value ?? 0;

test("a start that holds the process up for seconds does not cost it the session that was made meanwhile", async () => {
  const before = await reconnects();
  let connected = 0;
  const listener = new Listener({ ring: () => {}, connected: () => connected++ });
  listener.start();
  // Until the socket is on its way; then nothing of what comes in is read for longer than silence is borne.
  await new Promise((resolve) => setImmediate(resolve));
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 3_500);
  await vi.waitUntil(() => listener.alive, { timeout: 10_000 });
  expect([connected, (await reconnects()) - before]).toEqual([1, 0]);
  listener.stop();
});
