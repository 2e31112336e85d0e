import { hash, verify } from "@node-rs/argon2";
import type { TransactionSql } from "postgres";
import { staffIdOf, tenantIdOf } from "./base";
import { insertRows } from "./rows";
import { demoId } from "./stable";
import { users } from "./users";

/** The logins the launcher prints always work: the one password is set again when it is not the one given. */
export async function seedUsers(sql: TransactionSql, password: string, now: Date): Promise<void> {
  const emails = users.map(({ email }) => email);
  const known = await sql<{ password_hash: string }[]>`
    select distinct password_hash from users where email in ${sql(emails)}`;
  const [kept] = known;
  const complete = (await sql`select 1 from users where email in ${sql(emails)}`).count === users.length;
  if (complete && known.length === 1 && kept && (await verify(kept.password_hash, password))) return;

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
    users.flatMap(({ email, of }) =>
      of
        ? {
            tenant_id: tenantIdOf(of),
            user_id: idOf.get(email),
            role: of.role,
            staff_id: of.staff ? staffIdOf(of, of.staff) : null,
            created_at: now,
          }
        : [],
    ),
  );
}
