import { keysName, keysPlace } from "@/lib/payments/get-account";
import { credentialsOf } from "@/lib/payments/simulator/accounts";
import { newId } from "@/lib/platform/ids";
import { sealUnder } from "@/lib/platform/seal";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";
import type { House } from "./realtime";
import { testKey } from "./server";
import type { App } from "./test";

/**
 * The first service of a house asks for KES 500 beforehand, and it can be paid: by hand, or by a prompt on a phone as well,
 * and then given back the same way. Answers the number that it is paid to.
 */
export async function asksDeposit(
  app: App,
  { tenantId, serviceIds }: House,
  how: "by_hand" | "prompts",
): Promise<string> {
  await app.sql`update services set deposit = '{"kind":"fixed","amountMinor":50000}'
    where tenant_id = ${tenantId} and id = ${serviceIds[0]!}`;
  const number = String(100_000 + (Number.parseInt(tenantId.slice(-6), 16) % 800_000));
  await app.sql`insert into mpesa_accounts (tenant_id, kind, number, environment)
    values (${tenantId}, 'paybill', ${number}, ${how === "prompts" ? "sandbox" : null})`;
  if (how === "prompts") await keysOf(app, tenantId, number);
  return number;
}

/** The platform is paid through the simulator, under keys of its own: whatever another test has set there before. */
export async function platformIsPaid(app: App): Promise<void> {
  const number = String(100_000 + Math.floor(Math.random() * 800_000));
  await app.sql`insert into mpesa_accounts (tenant_id, kind, number, environment)
    values (${platformTenantId}, 'paybill', ${number}, 'sandbox')
    on conflict (tenant_id) do update set kind = 'paybill', number = excluded.number, store_number = null, environment = 'sandbox'`;
  await keysOf(app, platformTenantId, number);
}

/** An account of the simulator's for this number, and its keys sealed as whoever is paid there would. */
async function keysOf(app: App, tenantId: string, shortcode: string): Promise<void> {
  const key = newId().slice(-12);
  const account = {
    name: "Test House",
    kind: "paybill" as const,
    shortcode,
    consumerKey: `key-${key}`,
    consumerSecret: `secret-${key}`,
    passkey: `passkey-${key}`,
    initiator: { name: "testapi", password: `password-${key}` },
  };
  app.mpesa.control.addAccount(account);
  const { consumerKey, consumerSecret, passkey, initiator } = credentialsOf(account);
  const keys = JSON.stringify({ consumerKey, consumerSecret, passkey, initiator });
  await app.sql`insert into tenant_secrets (tenant_id, name, sealed)
    values (${tenantId}, ${keysName}, ${sealUnder(testKey, keys, keysPlace(tenantId))})
    on conflict (tenant_id, name) do update set sealed = excluded.sealed`;
}
