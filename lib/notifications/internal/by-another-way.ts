import { sql } from "drizzle-orm";
import { goesToCustomer } from "@/lib/tenancy/plan-room";
import type { Scope } from "@/lib/tenancy/scope";
import type { Claimed } from "../deliver";
import { addMessages, type OutgoingMessage } from "../queue-message";
import { isAdvertising, isCalm } from "../rules";

type Known = {
  id: string;
  phone: string | null;
  email: string | null;
  valid_until: string | null;
  booking_id: string | null;
  /** They want no SMS, or have told their network so. */
  no_sms: boolean;
  /** It went both ways from the start. */
  has_both: boolean;
};

/**
 * What does not go one way goes by the other, where the customer has one. Not a code, which proves who has the phone that
 * it was sent to, nor advertising, which was allowed by one way. Once: the other message is known by its cause. Answers the ids of those that go so.
 */
export async function byAnotherWay(scope: Scope, letters: readonly Claimed[]): Promise<ReadonlySet<string>> {
  const wanted = letters.filter(
    ({ channel, secret, customerId, dedupeKey, template }) =>
      channel !== "push" &&
      !secret &&
      customerId &&
      goesToCustomer(template) &&
      !isAdvertising(template) &&
      !isOther(dedupeKey),
  );
  if (wanted.length === 0) return new Set();
  const rows = await scope.tx.execute<Known>(sql`
    select m.id, c.phone, c.email, m.valid_until, m.booking_id, not coalesce((c.wishes->>'bySms')::boolean, true) as no_sms,
      exists (select from messages s where s.tenant_id = m.tenant_id and s.id <> m.id and s.dedupe_key =
        case when m.channel = 'sms' then m.dedupe_key || ' email' else regexp_replace(m.dedupe_key, ' email$', '') end) as has_both
    from messages m
    join customers c on c.tenant_id = m.tenant_id and c.id = m.customer_id
    where m.tenant_id = ${scope.tenantId} and m.id = any(${`{${wanted.map(({ id }) => id).join(",")}}`}::uuid[])`);
  const known = new Map(rows.map((row) => [row.id, row]));
  const others = wanted.flatMap((letter) =>
    other(letter, known.get(letter.id)).map((message) => ({ letter, message })),
  );
  const added = await addMessages(
    scope,
    others.map(({ message }) => message),
  );
  return new Set(others.flatMap(({ letter }, at) => (added[at]?.status === "queued" ? [letter.id] : [])));
}

const suffix = " otherwise";
const isOther = (dedupeKey: string) => dedupeKey.endsWith(suffix);

function other(letter: Claimed, known: Known | undefined): OutgoingMessage[] {
  const [channel, to] =
    letter.channel === "sms" ? (["email", known?.email] as const) : (["sms", known?.phone] as const);
  if (!known || !to || known.has_both || (channel === "sms" && known.no_sms)) return [];
  return [
    {
      channel,
      to,
      template: letter.template,
      subject: letter.subject || letter.house,
      body: letter.body,
      customerId: letter.customerId!,
      dedupeKey: `${letter.dedupeKey}${suffix}`,
      ...(isCalm(letter.template) ? { calm: true as const } : {}),
      ...(known.valid_until ? { validUntil: new Date(known.valid_until) } : {}),
      ...(known.booking_id ? { bookingId: known.booking_id } : {}),
    },
  ];
}
