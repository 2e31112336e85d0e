import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { passwordFault } from "@/lib/auth/password-rules";
import { hashPassword } from "@/lib/auth/passwords";
import { newId } from "@/lib/platform/ids";

// Run by scripts/create-admin.mjs, which knows the database and has asked for the rest.
const { DATABASE_OWNER_URL, ADMIN_EMAIL: email = "", ADMIN_NAME, ADMIN_PASSWORD: typed } = process.env;
if (!DATABASE_OWNER_URL) throw new Error("DATABASE_OWNER_URL is needed to make an admin");

const name = ADMIN_NAME || email;
const password = typed || randomBytes(12).toString("base64url");
const sql = postgres(DATABASE_OWNER_URL, { max: 1, onnotice: () => {} });
try {
  const [known] = await sql`
    update users set platform_admin = true, disabled_at = null where email = ${email} returning id`;
  const fault = known ? null : passwordFault(password, [name, email]);
  if (fault) {
    console.error(`The password ${fault}. Nothing was made.`);
    process.exitCode = 1;
  } else if (known) {
    console.log(`${email} has a login already and is an admin from now on, with the password it has.`);
  } else {
    await sql`insert into users (id, email, name, password_hash, password_changed_at, platform_admin)
      values (${newId()}, ${email}, ${name}, ${await hashPassword(password)}, now(), true)`;
    console.log(`${email} is an admin from now on.${typed ? "" : ` The password is ${password}`}`);
  }
} finally {
  await sql.end();
}
