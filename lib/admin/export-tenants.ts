import type { z } from "zod";
import { recordAudit } from "@/lib/auth/audit";
import { localDate } from "@/lib/platform/calendar";
import { writeCsv } from "@/lib/platform/csv";
import type { Reader } from "@/lib/platform/reader";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";
import { businessTypes, isBusinessType } from "@/lib/tenancy/rules";
import type { Actor } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import type { tenantFileInput } from "./input";
import { type TenantLine, tenantLines } from "./list-tenants";
import { statusWords } from "./rules";

const most = 10_000;

/** The businesses that fit as a file, the newest ones where there are too many. Who took it is written down. */
export async function exportTenants(
  actor: Extract<Actor, { kind: "admin" }>,
  { q, standing }: z.output<typeof tenantFileInput>,
  { head, reader }: { head: readonly string[]; reader: Reader },
): Promise<string> {
  const lines = await tenantLines({ q, status: standing, limit: most });
  await withTenant(platformTenantId, actor, (scope) =>
    recordAudit(scope, {
      action: "tenants.exported",
      entity: "tenant",
      entityId: platformTenantId,
      after: { businesses: lines.length, ...(standing ? { standing } : {}) },
    }),
  );
  return writeCsv([[...head], ...lines.map((line) => rowOf(line, reader))]);
}

const rowOf = (
  { name, slug, businessType, city, phone, email, status, createdAt, ...many }: TenantLine,
  { known, language }: Reader,
): string[] => [
  name,
  `/book/${slug}`,
  isBusinessType(businessType) ? known(businessTypes[businessType]) : businessType,
  city,
  phone,
  email ?? "",
  statusWords[language][status],
  localDate(new Date(createdAt), "Africa/Nairobi"),
  String(many.customers),
  String(many.bookings),
];
