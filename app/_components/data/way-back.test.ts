import { toast } from "sonner";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { sayIn } from "@/app/_words/say";
import { wordsIn } from "@/app/_words/swahili";
import { undoMs } from "@/lib/bookings/rules";
import { takeLatestBack, wayBack } from "./way-back";

const say = sayIn("en", wordsIn("en"));
const undone: string[] = [];
const offer = (what: string) =>
  toast(
    what,
    wayBack(say, () => undone.push(what)),
  );

beforeAll(() => {
  vi.stubGlobal("requestAnimationFrame", () => 0);
  return () => vi.unstubAllGlobals();
});
beforeEach(() => {
  toast.dismiss();
  undone.length = 0;
});

test("the latest way back is taken first, each only once", () => {
  offer("moved");
  offer("declined");
  expect([takeLatestBack(), takeLatestBack(), takeLatestBack()]).toEqual([true, true, false]);
  expect(undone).toEqual(["declined", "moved"]);
});

test("what is no longer offered is not taken back, nor is a button that leads elsewhere", () => {
  offer("moved");
  toast.dismiss(offer("declined"));
  toast("Somebody booked", { action: { label: "Open", onClick: () => undone.push("opened") } });
  expect(takeLatestBack()).toBe(true);
  expect(undone).toEqual(["moved"]);
});

test("it is offered for as long as the server keeps the step open", () => {
  expect(wayBack(say, () => undefined)).toMatchObject({ action: { label: "Undo" }, duration: undoMs });
});
