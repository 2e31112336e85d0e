import { sql } from "drizzle-orm";
import { env } from "@/lib/platform/env";
import type { Scope } from "@/lib/tenancy/scope";
import { filled, firstName } from "../words";

export type Text = { subject: string; body: string; bodySw: string };
export type AboutHouse = { business: string; link: string };

/** What the house is called, and where it is booked. */
export async function aboutHouse({ tx, tenantId }: Scope): Promise<AboutHouse> {
  const [house] = await tx.execute<{ name: string; slug: string }>(
    sql`select name, slug from tenants where id = ${tenantId}`,
  );
  return { business: house!.name, link: `${env().APP_URL}/book/${house!.slug}` };
}

type Reader = { name: string; language: "en" | "sw" };

/** What somebody reads: in Swahili where they read that and it was written. */
export function textFor(
  { subject, body, bodySw }: Text,
  { name, language }: Reader,
  { business, link, code }: AboutHouse & { code: string },
): { subject: string; body: string } {
  const values = { "first name": firstName(name), business, link, code };
  return {
    subject: filled(subject, values) || business,
    body: filled(language === "sw" && bodySw ? bodySw : body, values),
  };
}
