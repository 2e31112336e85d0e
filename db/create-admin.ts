import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { passwordFault } from "@/lib/auth/password-rules";
import { hashPassword } from "@/lib/auth/passwords";
import { newId } from "@/lib/platform/ids";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";

// Run by scripts/create-admin.mjs, which knows the database and has asked for the rest.
const { DATABASE_OWNER_URL, ADMIN_EMAIL: email = "", ADMIN_NAME, ADMIN_PASSWORD: typed } = process.env;
if (!DATABASE_OWNER_URL) throw new Error("DATABASE_OWNER_URL is needed to make an admin");

const name = ADMIN_NAME || email;
const password = typed || randomBytes(12).toString("base64url");
const sql = postgres(DATABASE_OWNER_URL, { max: 1, onnotice: () => {} });
try {
  const [known] = await sql`select id from users where email = ${email}`;
  const fault = known ? null : passwordFault(password, [name, email]);
  if (fault) {
    console.error(`The password ${fault}. Nothing was made.`);
    process.exitCode = 1;
  } else if (known) {
    await sql.begin(async (tx) => {
      await tx`update users set platform_admin = true, disabled_at = null where id = ${known.id}`;
      await writeDown(tx, known.id);
    });
    console.log(`${email} has a login already and is an admin from now on, with the password it has.`);
  } else {
    const passwordHash = await hashPassword(password);
    await sql.begin(async (tx) => {
      const id = newId();
      await tx`insert into users (id, email, name, password_hash, password_changed_at, platform_admin)
        values (${id}, ${email}, ${name}, ${passwordHash}, now(), true)`;
      await writeDown(tx, id);
    });
    console.log(`${email} is an admin from now on.${typed ? "" : ` The password is ${password}`}`);
  }
} finally {
  await sql.end();
}

/** By hand, since the owner of the tables is fenced as well and this runs without the app. */
async function writeDown(tx: postgres.TransactionSql, userId: string): Promise<void> {
  await tx`select set_config('app.tenant_id', ${platformTenantId}, true)`;
  await tx`insert into audit_entries (tenant_id, id, actor, action, entity, entity_id, after)
    values (${platformTenantId}, ${newId()}, ${tx.json({ kind: "system", job: "admin:create" })}, 'admin.made', 'user', ${userId},
      ${JSON.stringify({ name, email })})`;
}
