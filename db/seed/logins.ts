import { hash, verify } from "@node-rs/argon2";
import type { TransactionSql } from "postgres";
import { staffIdOf, tenantIdOf } from "./base";
import { insertRows } from "./rows";
import { demoId } from "./stable";
import { users } from "./users";

/** The logins the launcher prints always work: the one password is set again when it is not the one given. */
export async function seedUsers(sql: TransactionSql, password: string, now: Date): Promise<void> {
  const emails = users.map(({ email }) => email);
  const kept = await sql<{ hash: string; many: number }[]>`
    select password_hash as hash, count(*)::int as many from users where email in ${sql(emails)} group by 1`;
  if (kept[0]?.many === users.length && (await verify(kept[0].hash, password))) return;

  const password_hash = await hash(password, { memoryCost: 19456, timeCost: 2, parallelism: 1 });
  await insertRows(
    sql,
    "users",
    users.map(({ email, name, platformAdmin }) => ({
      id: demoId(`user/${email}`),
      email,
      name,
      password_hash,
      platform_admin: platformAdmin,
      created_at: now,
    })),
  );
  await sql`update users set password_hash = ${password_hash} where email in ${sql(emails)}`;
  const ids = await sql<{ id: string; email: string }[]>`select id, email from users where email in ${sql(emails)}`;
  const idOf = new Map(ids.map(({ id, email }) => [email, id]));
  await insertRows(
    sql,
    "members",
    users.flatMap(({ email, of }, nth) =>
      of
        ? {
            tenant_id: tenantIdOf(of),
            user_id: idOf.get(email),
            role: of.role,
            staff_id: of.staff ? staffIdOf(of, of.staff) : null,
            // One after another, since the business opened.
            created_at: new Date(now.getTime() - (420 - nth * 95) * 86_400_000),
          }
        : [],
    ),
  );
}
