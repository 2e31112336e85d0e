import { inArray, or } from "drizzle-orm";
import { members, type Role, users } from "@/db/schema/people";
import { hashPassword, isFromBefore } from "@/lib/auth/passwords";
import { newToken } from "@/lib/platform/ids";
import type { OldRow } from "../dump";
import { type Old, oldProfile, oldStaff, oldUser } from "./old-models";
import { bringRow, idHere, type Move, mergeRow, newIdOf, put, refuseRow, take, tell } from "./tally";

type Login = { row: OldRow; it: Old<typeof oldUser>; email: string | null; phone: string | null; role: Role };

const roles: Record<string, Role> = { tenant_admin: "owner", staff: "staff" };

/** Who signs in, and as what. Customers sign in with their phone and a code, so no login of theirs is made. */
export async function movePeople(move: Move): Promise<void> {
  const { scope, at } = move;
  const logins = loginsOf(move);
  const known = await knownAs(move, logins);
  const fresh: (typeof users.$inferInsert)[] = [];
  const atWork: Login[] = [];
  const ofDump = new Set([...move.house.names.keys()].map((id) => idHere({ model: "user", id, fields: {} })));
  for (const given of logins) {
    const { row, it, role } = given;
    const { there, login } = meet(move, given, known, ofDump);
    const name = login.email ?? login.phone;
    if (there) {
      mergeRow(move, row, there, `${name} has a login here already, which keeps its password`);
      if (it.is_active)
        tell(
          move,
          row,
          `${name} had a login here and is ${role} of this business now, as the dump says: see whether that is right`,
        );
      else {
        tell(move, row, `${name} was switched off there: has no part in this business`);
        continue;
      }
    } else if (name) {
      const id = idHere(row);
      fresh.push(await loginOf(move, login, id));
      bringRow(move, row, id);
    } else {
      refuseRow(move, row, "whatever it could sign in with is another login’s: invite them anew");
      continue;
    }
    atWork.push(login);
    if (role === "owner") tell(move, row, `${name} is an owner and may do everything: see whether that is right`);
  }
  await put(scope, users, fresh);
  const staffOf = staffByUser(move);
  // Of two that are one here, what may do most.
  const byRole = atWork.toSorted((a, b) => Number(a.role === "owner") - Number(b.role === "owner"));
  const once = new Map<string, typeof members.$inferInsert>();
  for (const { row, role } of byRole) {
    const userId = newIdOf(move, "user", row.id)!;
    const staffId = staffOf.get(row.id) ?? once.get(userId)?.staffId ?? null;
    once.set(userId, { tenantId: scope.tenantId, userId, role, createdAt: at, staffId });
  }
  if (once.size > 0)
    await scope.tx
      .insert(members)
      .values([...once.values()])
      .onConflictDoNothing();
}

function loginsOf(move: Move): Login[] {
  const roleOf = rolesIn(move);
  return take(move, "user", oldUser).flatMap(({ row, it }) => {
    const role = roleOf.get(row.id);
    if (!role) {
      refuseRow(move, row, "a customer: signs in with phone and code, without a login");
      return [];
    }
    const { email, phone, leftOff } = move.house.names.get(row.id)!;
    for (const name of leftOff) tell(move, row, `${name} is another login’s as well: it is left off`);
    if (email || phone) return { row, it, email, phone, role };
    const why =
      leftOff.length > 0
        ? "whatever it could sign in with is another login’s: invite them anew"
        : "has neither an e-mail address nor a phone to sign in with";
    refuseRow(move, row, why);
    return [];
  });
}

type Met = { there: string | null; login: Login };

/** Who is here under its username or else its e-mail; never somebody who came from another row of the same dump. */
function meet(move: Move, login: Login, known: ReadonlyMap<string, string>, ofDump: ReadonlySet<string>): Met {
  const mine = idHere(login.row);
  const isOthers = (name: string | null) => {
    const id = name ? known.get(name) : undefined;
    return id !== undefined && id !== mine && ofDump.has(id);
  };
  const own = (name: string | null) => {
    if (!isOthers(name)) return name;
    tell(move, login.row, `${name} is another login’s as well: it is left off`);
    return null;
  };
  const left = { ...login, phone: own(login.phone), email: own(login.email) };
  const there = [left.phone, left.email].flatMap((name) => (name && known.get(name)) || [])[0] ?? null;
  return { there, login: left };
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
