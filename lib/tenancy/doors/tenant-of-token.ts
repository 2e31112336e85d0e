import { sideSql } from "@/db/client";
import { sha256 } from "@/lib/platform/ids";

type Owner = {
  tenantId: string;
  kind:
    | "booking"
    | "invitation"
    | "calendar"
    | "ticket"
    | "waitlist"
    | "payment"
    | "mpesa_account"
    | "refund"
    | "receipt"
    | "opt_out"
    | "review"
    | "api_key";
  subjectId: string;
};

/** Whose link this is. Only its hash is kept. */
export async function tenantOfToken(token: string): Promise<Owner | null> {
  if (token.length > 200) return null;
  const [row] = await sideSql()<Owner[]>`
    select tenant_id as "tenantId", kind, subject_id as "subjectId" from door_tenant_of_token(${sha256(token)})`;
  return row ? { ...row } : null;
}
