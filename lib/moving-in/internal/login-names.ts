import { readPhone } from "@/lib/platform/phone";
import type { Dump, OldRow } from "../dump";
import { oldProfile, oldUser } from "./old-models";

/** `leftOff`: what stands in its row and is somebody else’s as well. */
export type LoginName = { email: string | null; phone: string | null; leftOff: string[] };

const emailIn = (typed: string): string | null => (/^[^\s@]+@[^\s@]+$/.test(typed) ? typed.toLowerCase() : null);

/**
 * What each login may be known by here. There one signed in with a username, which only one row had; an e-mail address was
 * typed by anybody, of anybody, so it counts only where no other row has it.
 */
export function loginNames(dump: Dump): ReadonlyMap<string, LoginName> {
  const rolesOf = new Map(
    (dump.get("userprofile") ?? []).flatMap(({ fields }) => {
      const { data } = oldProfile.safeParse(fields);
      return data ? [[data.user, data.role] as const] : [];
    }),
  );
  const said = (dump.get("user") ?? []).flatMap((row) => {
    const { data } = oldUser.safeParse(row.fields);
    if (!data) return [];
    const username = emailIn(data.username) ?? readPhone(data.username);
    return { row, username, email: emailIn(data.email), rank: rankOf(row, rolesOf.get(row.id), data.is_active) };
  });
  const owners = new Map<string, OldRow>();
  // “Mary@” and “mary@” were two there: it is that of whoever may do most.
  for (const { row, username } of said.toSorted((a, b) => b.rank - a.rank))
    if (username && !owners.has(username)) owners.set(username, row);
  const havers = new Map<string, number>();
  for (const { username, email } of said)
    for (const name of new Set([username, email])) if (name) havers.set(name, (havers.get(name) ?? 0) + 1);
  return new Map(
    said.map(({ row, username, email }) => {
      const own = [
        ...(username && owners.get(username) === row ? [username] : []),
        ...(email && email !== username && havers.get(email) === 1 ? [email] : []),
      ];
      const leftOff = [...new Set([username, email])].flatMap((name) => (name && !own.includes(name) ? name : []));
      const mail = own.find((name) => name.includes("@")) ?? null;
      return [row.id, { email: mail, phone: own.find((name) => !name.includes("@")) ?? null, leftOff }] as const;
    }),
  );
}

function rankOf({ fields }: OldRow, role: string | undefined, isActive: boolean): number {
  if (!isActive || fields.is_superuser === true) return 0;
  return role === "tenant_admin" ? 3 : role === "staff" ? 2 : 1;
}
