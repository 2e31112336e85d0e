import { expect, test, vi } from "vitest";
import { env } from "@/lib/platform/env";
import { newId } from "@/lib/platform/ids";
import { authorize, type Place } from "./authorize";
import { enter } from "./event-stream";

vi.mock("./authorize", () => ({ authorize: vi.fn() }));

const nobody = { status: 404 as const, text: "not found" };
const page: Place = { token: "made-up" };
const asked = vi.mocked(authorize);

test("an address that has enough open is refused before anybody asks who it is", async () => {
  const guest = { tenantId: newId(), bookingId: null };
  asked.mockReset().mockResolvedValue(guest);
  const most = env().PAGE_STREAMS_PER_ADDRESS;
  const all = await Promise.all(Array.from({ length: most }, () => enter(null, page, "198.51.100.7")));
  expect(all.every((one) => "leave" in one)).toBe(true);
  expect(await enter(null, page, "198.51.100.7")).toMatchObject({ status: 429 });
  expect(asked).toHaveBeenCalledTimes(most);
  expect(await enter(null, page, "198.51.100.8")).toMatchObject({ listener: guest });
  if ("leave" in all[0]!) all[0].leave();
  expect(await enter(null, page, "198.51.100.7")).toMatchObject({ listener: guest });
});

test("those who ask at once are counted while they are asked about, and give their place back with a refusal", async () => {
  let answer: (refusal: typeof nobody) => void = () => {};
  const pending = new Promise<typeof nobody>((resolve) => {
    answer = resolve;
  });
  asked.mockReset().mockReturnValue(pending);
  const most = env().PAGE_STREAMS_PER_ADDRESS;
  const waiting = Array.from({ length: most }, () => enter(null, page, "198.51.100.9"));
  expect(await enter(null, page, "198.51.100.9")).toMatchObject({ status: 429 });
  answer(nobody);
  expect(new Set(await Promise.all(waiting))).toEqual(new Set([nobody]));
  asked.mockReset().mockRejectedValueOnce(new Error("no database")).mockResolvedValue(nobody);
  await expect(enter(null, page, "198.51.100.9")).rejects.toThrow("no database");
  expect(await Promise.all(Array.from({ length: most }, () => enter(null, page, "198.51.100.9")))).toEqual(
    Array(most).fill(nobody),
  );
});
