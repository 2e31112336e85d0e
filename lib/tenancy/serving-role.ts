import { sideSql } from "@/db/client";
import { isUnavailable } from "@/db/errors";
import { log } from "@/lib/platform/log";

/** Refuses to serve as a role that could see past the fence. A database that is not there yet is asked by readiness. */
export async function checkServingRole(): Promise<void> {
  try {
    const [role] = await sideSql()<{ name: string; strong: boolean; owns: boolean; joined: boolean }[]>`
      select current_user as name, r.rolsuper or r.rolbypassrls as strong,
        exists (select 1 from pg_class where relowner = r.oid) as owns,
        exists (select 1 from pg_auth_members where member = r.oid) as joined
      from pg_roles r where r.rolname = current_user`;
    if (role?.strong || role?.owns || role?.joined) {
      throw new Error(
        `DATABASE_URL signs in as ${role.name}, which may see past row-level security. Use the role made by \`npm run db:setup\`.`,
      );
    }
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    log().warn({ err: error }, "the database is not there yet");
  }
}
