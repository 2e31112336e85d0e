import { hash } from "@node-rs/argon2";
import type postgres from "postgres";
import { newId } from "@/lib/platform/ids";

let phones = 0;
/** A Kenyan mobile number that no other login of this process has. */
export const anyPhone = () => `+2547${String(10_000_000 + ((process.pid * 1_009 + phones++) % 89_999_999))}`;

/** A login that only this test knows, and one sign-in of theirs. */
export async function makeLogin(sql: postgres.Sql, options: { password?: string; name?: string } = {}) {
  const id = newId();
  const password = options.password ?? "three blue herons";
  const login = { id, email: `${id}@login.test`, phone: anyPhone(), name: options.name ?? "Njeri Wafula", password };
  const passwordHash = await hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  await sql`insert into users (id, email, phone, name, password_hash)
    values (${id}, ${login.email}, ${login.phone}, ${login.name}, ${passwordHash})`;
  const sessionId = newId();
  await sql`insert into sessions (id, user_id, expires_at, proved_at)
    values (${sessionId}, ${id}, now() + interval '1 day', now())`;
  const self = { userId: id, sessionId, from: { address: `10.0.0.${(phones % 250) + 1}`, requestId: newId() } };
  return { ...login, sessionId, self };
}
