import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/tenancy/scope";

/** The lock of an invoice whose row stands in another scope: two payments of one thing come one after the other. */
export const holdInvoice = ({ tx }: Scope, invoiceId: string) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`invoice ${invoiceId}`}, 0))`);
