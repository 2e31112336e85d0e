import { sql } from "drizzle-orm";
import { reached } from "@/lib/customers/reached";
import type { ToldChange } from "@/lib/events/catalogue";
import { env } from "@/lib/platform/env";
import type { Scope } from "@/lib/tenancy/scope";
import { inWishedWays, type Reached } from "./in-wished-ways";
import type { OutgoingMessage } from "./queue-message";
import { customerWords } from "./words/customer";

type Known = Reached & { is_child: boolean; house: string; house_phone: string; slug: string };

/** To who was written down by hand and has an address: where they book from now on. A number costs, and is not used for it. */
export async function welcome(
  scope: Scope,
  added: readonly { customerId: string; byHand?: true }[],
): Promise<OutgoingMessage[]> {
  const known = await knownBy(
    scope,
    added.flatMap(({ customerId, byHand }) => (byHand ? [customerId] : [])),
  );
  return [...known.values()].flatMap(({ customer_id: customerId, is_child: isChild, email, language, house, slug }) => {
    const say = customerWords[language];
    const message = { channel: "email" as const, template: "customer-welcome", customerId };
    const body = say.welcome(house, `${env().APP_URL}/book/${slug}`);
    return email && !isChild
      ? [
          {
            ...message,
            ...{ to: email, subject: say.welcomeSubject(house), body, dedupeKey: `customer-welcome ${customerId}` },
          },
        ]
      : [];
  });
}

/** That the house reaches them elsewhere now, or lets them book by themself or not. */
export async function tellStanding(
  scope: Scope,
  changed: readonly { customerId: string; tells?: ToldChange }[],
): Promise<OutgoingMessage[]> {
  const telling = changed.flatMap(({ customerId, tells }) =>
    (tells?.what ?? []).map((what) => ({ customerId, what, id: tells!.id, ways: tells!.ways })),
  );
  const known = await knownBy(
    scope,
    telling.map(({ customerId }) => customerId),
  );
  return telling.flatMap(({ customerId, what, id, ways }) => {
    const one = known.get(customerId);
    if (!one) return [];
    const all = inWishedWays(one, {
      template: `customer-${what}`,
      subject: one.house,
      body: words(one, what),
      dedupeKey: `customer-${what} ${id}`,
    });
    // “Here” is where it is read: it goes to the new number or address alone.
    return what === "contact" && ways ? all.filter(({ channel }) => ways.some((way) => way === channel)) : all;
  });
}

function words({ language, house, house_phone: phone, slug }: Known, what: ToldChange["what"][number]): string {
  const say = customerWords[language];
  if (what === "unblocked") return say.unblocked(house, `${env().APP_URL}/book/${slug}`);
  return say[what](house, phone);
}

async function knownBy(scope: Scope, ids: readonly string[]): Promise<Map<string, Known>> {
  if (ids.length === 0) return new Map();
  const rows = await scope.tx.execute<Known>(sql`
    select c.id as customer_id, ${reached()}, c.guardian_id is not null as is_child, t.name as house, t.phone as house_phone, t.slug
    from customers c join tenants t on t.id = c.tenant_id
    where c.tenant_id = ${scope.tenantId} and c.id = any(${`{${ids.join(",")}}`}::uuid[]) and c.archived_at is null`);
  return new Map(rows.map((row) => [row.customer_id, row]));
}
