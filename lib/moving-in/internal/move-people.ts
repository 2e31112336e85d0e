import { inArray, or } from "drizzle-orm";
import { members, type Role, users } from "@/db/schema/people";
import { hashPassword, isFromBefore } from "@/lib/auth/passwords";
import { newToken } from "@/lib/platform/ids";
import { readPhone } from "@/lib/platform/phone";
import type { OldRow } from "../dump";
import { type Old, oldProfile, oldStaff, oldUser } from "./old-models";
import { bringRow, idHere, type Move, mergeRow, newIdOf, put, refuseRow, take, tell } from "./tally";

type Login = { row: OldRow; it: Old<typeof oldUser>; email: string | null; phone: string | null };

const roles: Record<string, Role> = { tenant_admin: "owner", staff: "staff" };

/** Who signs in, and as what. Customers sign in with their phone and a code, so no login of theirs is made. */
export async function movePeople(move: Move): Promise<void> {
  const { scope, at } = move;
  const roleOf = rolesIn(move);
  const logins = take(move, "user", oldUser).flatMap(({ row, it }) => {
    const role = roleOf.get(row.id);
    if (!role) {
      refuseRow(move, row, "a customer: signs in with phone and code, without a login");
      return [];
    }
    const email = [it.email, it.username].find((typed) => /^[^\s@]+@[^\s@]+$/.test(typed))?.toLowerCase() ?? null;
    const phone = readPhone(it.username);
    if (email || phone) return [{ row, it, email, phone, role }];
    refuseRow(move, row, "has neither an e-mail address nor a phone to sign in with");
    return [];
  });
  const known = await knownAs(move, logins);
  const fresh: (typeof users.$inferInsert)[] = [];
  for (const login of logins) {
    const { row, email, phone, role } = login;
    const there = (email && known.get(email)) || (phone && known.get(phone));
    if (there) mergeRow(move, row, there, `${email ?? phone} has a login here already, and keeps its password`);
    else {
      const id = idHere(row);
      for (const name of [email, phone]) if (name) known.set(name, id);
      fresh.push(await loginOf(move, login, id));
      bringRow(move, row, id);
    }
    if (role === "owner")
      tell(move, row, `${email ?? phone} is an owner and may do everything: see whether that is right`);
  }
  await put(scope, users, fresh);
  const staffOf = staffByUser(move);
  const rows = logins.map(({ row, role }) => ({
    ...{ tenantId: scope.tenantId, userId: newIdOf(move, "user", row.id)!, role, createdAt: at },
    staffId: staffOf.get(row.id) ?? null,
  }));
  const once = new Map(rows.toReversed().map((member) => [member.userId, member]));
  if (once.size > 0)
    await scope.tx
      .insert(members)
      .values([...once.values()])
      .onConflictDoNothing();
}

/** By whose login it is; whoever had another role had none of the house’s. */
function rolesIn(move: Move): Map<string, Role> {
  const profiles = move.house.rows("userprofile").flatMap(({ fields }) => {
    const read = oldProfile.safeParse(fields);
    const role = read.success ? roles[read.data.role] : undefined;
    return read.success && role ? [[read.data.user, role] as const] : [];
  });
  return new Map(profiles);
}

function staffByUser(move: Move): Map<string, string> {
  return new Map(
    move.house.rows("staffmember").flatMap((row) => {
      const user = oldStaff.safeParse(row.fields).data?.user;
      const id = newIdOf(move, "staffmember", row.id);
      return user && id ? [[user, id] as const] : [];
    }),
  );
}

/** Logins that are here already, by e-mail and by phone. */
async function knownAs({ scope }: Move, logins: readonly Login[]): Promise<Map<string, string>> {
  const [emails, phones] = [logins.flatMap(({ email }) => email ?? []), logins.flatMap(({ phone }) => phone ?? [])];
  if (logins.length === 0) return new Map();
  const rows = await scope.tx
    .select({ id: users.id, email: users.email, phone: users.phone })
    .from(users)
    .where(or(inArray(users.email, emails), inArray(users.phone, phones)));
  return new Map(
    rows.flatMap(({ id, email, phone }) => [email, phone].flatMap((name) => (name ? [[name, id] as const] : []))),
  );
}

async function loginOf(move: Move, { row, it, email, phone }: Login, id: string): Promise<typeof users.$inferInsert> {
  const isKept = isFromBefore(it.password);
  if (!isKept) tell(move, row, "had a password that cannot be checked here: sets a new one by “forgot password”");
  if (!it.is_active) tell(move, row, "was switched off, and cannot sign in");
  const name = [it.first_name, it.last_name].filter(Boolean).join(" ") || it.username;
  return {
    ...{ id, email, phone, name, createdAt: it.date_joined ?? move.at, disabledAt: it.is_active ? null : move.at },
    passwordHash: isKept ? it.password : await hashPassword(newToken()),
  };
}
