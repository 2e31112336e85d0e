import "server-only";
import { type TenantRowsInput, tenantRowsInput } from "@/lib/admin/input";
import { lookInto } from "@/lib/admin/look-into";
import type { LookedInto } from "@/lib/admin/rules";
import { fieldErrors } from "@/lib/platform/field-errors";
import { invalid } from "./problem";
import { adminQuestion, notFoundProblem } from "./route";
import { adminActor } from "./visitor";

/** A page of what one business has of its customers, for an admin, whose look is written into that business's log. */
export const lookedIntoRows = <T extends object>(
  what: LookedInto,
  list: (tenantId: string, asked: TenantRowsInput) => Promise<T>,
) =>
  adminQuestion<{ id: string }>("tenants.decide", async (visitor, request, { id }) => {
    const asked = tenantRowsInput.safeParse(Object.fromEntries(new URL(request.url).searchParams));
    if (!asked.success) return invalid(fieldErrors(asked.error));
    if (!(await lookInto(await adminActor(visitor), id, what))) return notFoundProblem();
    return list(id, asked.data);
  });
