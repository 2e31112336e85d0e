import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { newId } from "@/lib/platform/ids";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { type Stretch, weekWords } from "../rules";
import { lockStaff } from "./lock-staff";

type Said = Record<string, string>;
type Change = {
  action: string;
  /** What was said before and what is said now, in words. */
  said(): Promise<[before: Said, after: Said]>;
  write(): Promise<unknown>;
};

/** Something said of somebody, in place of what was. What is so already is neither written nor told. */
export async function replaceSaid(
  scope: Scope,
  staffId: string,
  { action, said, write }: Change,
): Promise<Result<null, { refusal: "unknown" }>> {
  if (!(await lockStaff(scope, staffId))) return refuse("unknown");
  const [before, after] = await said();
  if (Object.keys(after).every((name) => before[name] === after[name])) return ok(null);
  await write();
  recordEvent(scope, { name: "staff.changed", staffId });
  await recordAudit(scope, { action, entity: "staff", entityId: staffId, before, after });
  return ok(null);
}

const rowOf = (scope: Scope, staffId: string, stretch: Stretch) => ({
  tenantId: scope.tenantId,
  id: newId(),
  staffId,
  weekday: stretch.weekday,
  fromMinute: stretch.from,
  toMinute: stretch.to,
});

type Week = {
  /** What the stretches are called in the log. */
  noun: "hours" | "breaks";
  /** What is said of a week without any. */
  none: string;
  read(): Promise<Stretch[]>;
  clear(): Promise<unknown>;
  add(rows: ReturnType<typeof rowOf>[]): Promise<unknown>;
};

/** The whole week of somebody, in place of the one before. */
export const replaceWeek = (scope: Scope, staffId: string, stretches: readonly Stretch[], week: Week) =>
  replaceSaid(scope, staffId, {
    action: `staff.${week.noun}_changed`,
    async said() {
      const words = (of: readonly Stretch[]) => ({ [week.noun]: weekWords(of) || week.none });
      return [words(await week.read()), words(stretches)];
    },
    async write() {
      await week.clear();
      if (stretches.length > 0) await week.add(stretches.map((stretch) => rowOf(scope, staffId, stretch)));
    },
  });
