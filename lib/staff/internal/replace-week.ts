import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { type Stretch, weekWords } from "../rules";
import { lockStaff } from "./lock-staff";

type Week = {
  /** What the stretches are called in the log. */
  noun: "hours" | "breaks";
  /** What is said of a week without any. */
  none: string;
  read(): Promise<Stretch[]>;
  write(): Promise<unknown>;
};

/** The whole week of somebody, in place of the one before. What is so already is neither written nor told. */
export async function replaceWeek(
  scope: Scope,
  staffId: string,
  stretches: readonly Stretch[],
  { noun, none, read, write }: Week,
): Promise<Result<null, { refusal: "unknown" }>> {
  if (!(await lockStaff(scope, staffId))) return refuse("unknown");
  const [before, after] = [await read(), stretches].map((week) => weekWords(week) || none);
  if (before === after) return ok(null);
  await write();
  recordEvent(scope, { name: "staff.changed", staffId });
  await recordAudit(scope, {
    action: `staff.${noun}_changed`,
    entity: "staff",
    entityId: staffId,
    before: { [noun]: before },
    after: { [noun]: after },
  });
  return ok(null);
}
