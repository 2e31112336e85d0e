import { recordAudit } from "@/lib/auth/audit";
import { type Photo, type PhotoSet, pictureOf, pictures } from "@/lib/auth/pictures";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { lockExpense } from "./internal/lock-expense";
import { getExpense } from "./list-expenses";

const photos = pictures("expense_photos", "expense_id");

export async function getExpensePhoto(scope: Scope, id: string): Promise<Photo | null> {
  return (await getExpense(scope, id)) ? photos.read(scope, id) : null;
}

/** Whoever sees it may add to it. */
const known = async (scope: Scope, id: string): Promise<boolean> =>
  (await lockExpense(scope, id)) !== null && (await getExpense(scope, id)) !== null;

/** The slip, in place of what was there. */
export async function setExpensePhoto(
  scope: Scope,
  id: string,
  bytes: Buffer,
): Promise<PhotoSet | Result<never, { refusal: "unknown_expense" }>> {
  if (!(await known(scope, id))) return refuse("unknown_expense");
  const picture = pictureOf(bytes);
  if (!picture) return refuse("not_a_picture");
  await writeDown(scope, id, await photos.put(scope, id, picture), picture.version);
  return ok({ version: picture.version });
}

/** False when there was none. */
export async function removeExpensePhoto(scope: Scope, id: string): Promise<boolean> {
  const gone = (await known(scope, id)) && (await photos.drop(scope, id));
  if (gone) await writeDown(scope, id, gone, null);
  return Boolean(gone);
}

async function writeDown(scope: Scope, id: string, before: string | null, after: string | null): Promise<void> {
  recordEvent(scope, { name: "expense.changed", expenseId: id });
  await recordAudit(scope, {
    action: "expense.changed",
    entity: "expense",
    entityId: id,
    before: { photo: before },
    after: { photo: after },
  });
}
