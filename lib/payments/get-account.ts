import { sql } from "drizzle-orm";
import { openSealed } from "@/lib/platform/seal";
import type { Scope } from "@/lib/tenancy/scope";
import type { DarajaAccount } from "./daraja/account";

/** Where a business is paid, as anybody may see it. */
export type ShownAccount = {
  kind: "till" | "paybill";
  number: string;
  /** It can ask a phone for money; otherwise codes of what was paid are typed in. */
  prompts: boolean;
};

type Row = {
  kind: "till" | "paybill";
  number: string;
  store_number: string | null;
  environment: "sandbox" | "live" | null;
  sealed: string | null;
};

/** The name of the keys among what is sealed; also what binds them to their place. */
export const keysName = "mpesa";
export const keysPlace = (tenantId: string): string => `${tenantId} ${keysName}`;

export type Keys = Pick<DarajaAccount, "consumerKey" | "consumerSecret" | "passkey" | "initiator">;

const load = async ({ tx, tenantId }: Scope): Promise<Row | undefined> =>
  (
    await tx.execute<Row>(sql`
      select a.kind, a.number, a.store_number, a.environment, s.sealed from mpesa_accounts a
      left join tenant_secrets s on s.tenant_id = a.tenant_id and s.name = ${keysName}
      where a.tenant_id = ${tenantId}`)
  )[0];

/** Null where they were sealed under a secret that is gone: they are as good as not there, and are given again. */
export function openKeys(sealed: string, tenantId: string): Keys | null {
  const text = openSealed(sealed, keysPlace(tenantId));
  return text === null ? null : (JSON.parse(text) as Keys);
}

export async function shownAccount(scope: Scope): Promise<ShownAccount | null> {
  const row = await load(scope);
  if (!row) return null;
  const prompts = Boolean(row.environment && row.sealed && openKeys(row.sealed, scope.tenantId));
  return { kind: row.kind, number: row.number, prompts };
}

/** With its keys; null for a business without, or whose keys cannot be read any more. Never leaves the server. */
export async function darajaAccount(scope: Scope): Promise<DarajaAccount | null> {
  const row = await load(scope);
  if (!row?.environment || !row.sealed) return null;
  const keys = openKeys(row.sealed, scope.tenantId);
  if (!keys) return null;
  const { kind, number, store_number: store, environment } = row;
  return { ...keys, environment, kind, shortcode: kind === "till" ? (store ?? number) : number, partyB: number };
}
