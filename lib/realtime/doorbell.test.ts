import { expect, test, vi } from "vitest";
import { handRingsOn, ring } from "./doorbell";

vi.mock("@/lib/platform/env", () => ({ hasFault: () => false, env: () => ({}) }));

test("a thread beside the first one rings through it and opens no session of its own", async () => {
  const handedOn = vi.fn();
  handRingsOn(handedOn);
  await ring("0190c0de-0000-7000-8000-000000000001", 7);
  expect(handedOn.mock.calls).toEqual([["0190c0de-0000-7000-8000-000000000001", 7]]);
});
