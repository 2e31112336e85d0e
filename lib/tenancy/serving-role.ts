import type { Sql } from "postgres";
import { directSql, sideSql } from "@/db/client";
import { isUnavailable } from "@/db/errors";
import { log } from "@/lib/platform/log";

/** Refuses to serve as a role that could see past the fence. A database that is not there yet is asked by readiness. */
export async function checkServingRole(): Promise<void> {
  const direct = directSql();
  try {
    await check("DATABASE_URL", sideSql());
    await check("DATABASE_DIRECT_URL", direct);
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    log().warn({ err: error }, "the database is not there yet");
  } finally {
    await direct.end({ timeout: 1 });
  }
}

async function check(name: string, sql: Sql): Promise<void> {
  const [role] = await sql<{ name: string; strong: boolean; owns: boolean; joined: boolean }[]>`
    select current_user as name, r.rolsuper or r.rolbypassrls as strong,
      exists (select 1 from pg_class where relowner = r.oid) as owns,
      exists (select 1 from pg_auth_members where member = r.oid) as joined
    from pg_roles r where r.rolname = current_user`;
  if (!role?.strong && !role?.owns && !role?.joined) return;
  throw new Error(
    `${name} signs in as ${role.name}, which may see past row-level security. Use the role made by \`npm run db:setup\`.`,
  );
}
