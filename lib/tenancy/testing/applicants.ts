import type postgres from "postgres";
import { newId } from "@/lib/platform/ids";
import { askRegistration } from "../ask-registration";
import { confirmRegistration } from "../confirm-registration";
import { type BusinessInput, businessInput, type LoginInput } from "../input";
import { platformTenantId } from "../platform-tenant";

export const from = { address: "10.0.0.7", requestId: "r1" };
export const password = "three quiet herons";
let people = 0;
export const email = () => `owner-${++people}-${newId().slice(-6)}@house.test`;
export const business = (change: Partial<Record<keyof BusinessInput, unknown>> = {}): BusinessInput =>
  businessInput.parse({
    businessName: `Pendo ${newId().slice(-8)}`,
    businessType: "salon",
    city: "Kisumu",
    phone: "0712345678",
    acceptTerms: true,
    ...change,
  });
export const login = (address: string) => ({ name: "Pendo Atieno", email: address, password });
export const wrongOf = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

/** How somebody registers, with the letters read from the database of `admin`. */
export function applicants(admin: postgres.Sql) {
  /** Fills in the form; the letter is out when it answers with what the browser holds. */
  const ask = async (of: BusinessInput, who: LoginInput): Promise<string> => {
    const asked = await askRegistration(of, who, from);
    if (!asked.ok) throw new Error(asked.refusal);
    await asked.value.send();
    return asked.value.token;
  };
  const codeFor = async (address: string): Promise<string> => {
    const [letter] = await admin`select body from messages where to_address = ${address}
      and template = 'registration-code' order by created_at desc, id desc limit 1`;
    return letter!.body.slice(0, 6);
  };
  const confirm = async (token: string, address: string) => confirmRegistration(token, await codeFor(address), from);
  const register = async (of: BusinessInput, who: LoginInput) => {
    const confirmed = await confirm(await ask(of, who), who.email);
    if (!confirmed.ok) throw new Error(confirmed.refusal);
    return confirmed.value;
  };
  /** How much there is of what a registration makes. */
  const everything = () => admin<{ table: string; many: number }[]>`
    select 'tenants' as table, count(*)::int as many from tenants union all select 'users', count(*)::int from users
    union all select 'services', count(*)::int from services union all select 'members', count(*)::int from members
    union all select 'staff', count(*)::int from staff union all select 'audit', count(*)::int from audit_entries
    union all select 'events', count(*)::int from events where tenant_id <> ${platformTenantId}`;
  return { ask, codeFor, confirm, register, everything };
}
