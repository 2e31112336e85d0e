import { timingSafeEqual } from "node:crypto";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { isDuplicate } from "@/db/errors";
import { users } from "@/db/schema/people";
import { recordAudit } from "@/lib/auth/audit";
import { hashPassword } from "@/lib/auth/passwords";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import type { Language } from "@/lib/platform/format";
import { newId } from "@/lib/platform/ids";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { signature } from "@/lib/platform/signing";
import type { LoginInput } from "@/lib/tenancy/input";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";
import type { RequestOrigin, Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";

/** Whoever makes the first admin holds this lock, in any process. */
const lockKey = 7_130_402_117;

/**
 * What opens /setup. It follows from the installation's secret, so every instance knows it and none keeps it. It opens
 * nothing once there has been an admin, which makes it serve once.
 */
const setupToken = (): string => signature("the first platform admin").toString("base64url");

/** Disabled ones count: whoever lost the last admin asks `npm run admin:create`, which needs the owner's database. */
async function hasAdmin(tx: Pick<Scope["tx"], "execute"> = db()): Promise<boolean> {
  const found = await tx.execute(sql`select 1 from users where platform_admin limit 1`);
  return found.length > 0;
}

/** Where the first admin is made, or null when there has been one. */
export async function setupLink(): Promise<string | null> {
  return (await hasAdmin()) ? null : `${env().APP_URL}/setup?token=${setupToken()}`;
}

export async function opensSetup(token: string): Promise<boolean> {
  const [given, right] = [Buffer.from(token), Buffer.from(setupToken())];
  return given.length === right.length && timingSafeEqual(given, right) && !(await hasAdmin());
}

/** Of two at the same time one becomes the first; the other finds the door closed. */
export async function makeFirstAdmin(
  token: string,
  { name, email, password }: LoginInput,
  from: RequestOrigin,
  language: Language = "en",
): Promise<Result<null, { refusal: "closed" } | { refusal: "known_address" }>> {
  if (!(await opensSetup(token))) return refuse("closed");
  const passwordHash = await hashPassword(password);
  try {
    const id = newId();
    return await withTenant(platformTenantId, { kind: "user", userId: id, from }, async (scope) => {
      const { tx } = scope;
      await tx.execute(sql`select pg_advisory_xact_lock(${lockKey})`);
      if (await hasAdmin(tx)) return refuse("closed");
      const at = now();
      await tx
        .insert(users)
        .values({ id, name, email, language, passwordHash, passwordChangedAt: at, platformAdmin: true, createdAt: at });
      await recordAudit(scope, {
        action: "admin.made",
        entity: "user",
        entityId: id,
        personId: id,
        after: { name, email },
      });
      return ok(null);
    });
  } catch (error) {
    if (isDuplicate(error, "users_email_unique")) return refuse("known_address");
    throw error;
  }
}
