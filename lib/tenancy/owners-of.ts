import { and, asc, eq, isNull } from "drizzle-orm";
import { members, type Role, users } from "@/db/schema/people";
import type { Language } from "@/lib/platform/format";
import type { Scope } from "./scope";

/** Where to reach one person of the house, and in which language. */
export type Reachable = { channel: "email" | "sms"; to: string; language: Language };

/** The owners of this business, each where they can be reached: by e-mail, or on the phone they sign in with. */
export const ownersOf = (scope: Scope): Promise<Reachable[]> => reachable(scope, "owner");

/** The same of everybody who works there. */
export const membersOf = (scope: Scope): Promise<Reachable[]> => reachable(scope);

async function reachable(scope: Scope, role?: Role): Promise<Reachable[]> {
  const rows = await scope.tx
    .select({ email: users.email, phone: users.phone, language: users.language })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(
      and(
        eq(members.tenantId, scope.tenantId),
        role && eq(members.role, role),
        isNull(members.removedAt),
        isNull(users.disabledAt),
      ),
    )
    .orderBy(asc(members.createdAt), asc(members.userId));
  return rows.flatMap(({ email, phone, language }): Reachable[] =>
    email ? [{ channel: "email", to: email, language }] : phone ? [{ channel: "sms", to: phone, language }] : [],
  );
}
