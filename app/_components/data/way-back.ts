import { type ExternalToast, toast } from "sonner";
import type { Say } from "@/app/_words/say";
import { undoMs } from "@/lib/bookings/rules";

const ways = new WeakMap<object, () => unknown>();

/** What a toast needs to offer the way back: its button, and Ctrl Z (⌘Z) for as long as it stands. */
export function wayBack(say: Say, undo: () => unknown): Required<Pick<ExternalToast, "action" | "duration">> {
  const action = { label: say("Undo"), onClick: () => void undo() };
  ways.set(action, undo);
  return { action, duration: undoMs };
}

/** Goes the way back that was offered last and still is; whether there was one. */
export function takeLatestBack(): boolean {
  const offered = toast.getToasts().flatMap((one) => {
    const undo = "action" in one && one.action instanceof Object ? ways.get(one.action) : undefined;
    return undo ? [{ id: one.id, undo }] : [];
  });
  const latest = offered.at(-1);
  if (!latest) return false;
  toast.dismiss(latest.id);
  void latest.undo();
  return true;
}
