import { sideSql } from "@/db/client";
import { sha256 } from "@/lib/platform/ids";

/** Whose link this is. Only its hash is kept. */
export async function tenantOfToken(
  token: string,
): Promise<{ tenantId: string; kind: "booking"; subjectId: string } | null> {
  if (token.length > 200) return null;
  const [row] = await sideSql()<{ tenantId: string; kind: "booking"; subjectId: string }[]>`
    select tenant_id as "tenantId", kind, subject_id as "subjectId" from door_tenant_of_token(${sha256(token)})`;
  return row ? { ...row } : null;
}
