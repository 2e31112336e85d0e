import { sql } from "drizzle-orm";
import { newId } from "@/lib/platform/ids";
import type { Scope } from "@/lib/tenancy/scope";
import type { RowFacts } from "./facts-of";

const ways = [
  ["bySms", "phone"],
  ["byEmail", "email"],
] as const;

/** By a way that both could be reached by, only what both wanted; else what the one wanted who could be. */
export function wishesOfBoth(kept: RowFacts, gone: RowFacts): RowFacts["wishes"] {
  const wants = ways.map(([wish, way]) => {
    const reached = [kept, gone].filter((one) => Boolean(one[way]));
    return [wish, (reached.length > 0 ? reached : [kept, gone]).every(({ wishes }) => wishes[wish] === true)];
  });
  return { ...gone.wishes, ...kept.wishes, ...Object.fromEntries(wants) };
}

type Was = { kept: RowFacts; wrote: RowFacts; keptWas: RowFacts; goneWas: RowFacts };

/** What is known of each of two who were one: as before, but for what was changed since the merge wrote it. */
export function apart({ kept, wrote, keptWas, goneWas }: Was): [kept: RowFacts, gone: RowFacts] {
  const fields = Object.keys(keptWas).filter((field) => field in wrote) as (keyof RowFacts)[];
  const back = Object.fromEntries(
    fields.map((field) => [field, same(kept[field], wrote[field]) ? keptWas[field] : kept[field]]),
  ) as RowFacts;
  const isGonesAccount = back.account_id !== null && back.account_id === goneWas.account_id;
  return [
    {
      ...back,
      // Nobody can say any more whose skin it was: warned once too often is better than not.
      allergies: kept.allergies,
      account_id: isGonesAccount ? keptWas.account_id : back.account_id,
      wishes: wishesApart(kept, wrote, keptWas),
    },
    // A number that was given to who is kept since is theirs.
    {
      ...goneWas,
      phone: back.phone === goneWas.phone ? null : goneWas.phone,
      wishes: stillWanted(goneWas, kept, wrote),
    },
  ];
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Nothing that is not wanted now is wanted again by being taken apart. */
function wishesApart({ wishes }: RowFacts, { wishes: wrote }: RowFacts, { wishes: were }: RowFacts) {
  const wants = ways.map(([wish]) => [wish, wishes[wish] === true && (wrote[wish] !== true || were[wish] === true)]);
  return { ...wishes, ...Object.fromEntries(wants) };
}

/** What they wanted, without what was said no to since, as either of them may have said it. */
function stillWanted({ wishes: were }: RowFacts, { wishes }: RowFacts, { wishes: wrote }: RowFacts) {
  const no = ways.filter(([wish]) => wrote[wish] === true && wishes[wish] !== true);
  return { ...were, ...Object.fromEntries(no.map(([wish]) => [wish, false])) };
}

/** Whether another merge that still stands was made with who is kept since. */
export async function isBuiltUpon({ tx, tenantId }: Scope, mergeId: string): Promise<boolean> {
  const newer = await tx.execute(sql`
    select 1 from customer_merges m join customer_merges n on n.tenant_id = m.tenant_id and n.kept_id = m.kept_id
      and n.undone_at is null and (n.created_at, n.id) > (m.created_at, m.id)
    where m.tenant_id = ${tenantId} and m.id = ${mergeId} limit 1`);
  return newer.length > 0;
}

type Since = { keptId: string; goneId: string; since: Date };

/** A no that was said while they were one is each one's: either of them may have said it. A yes stays with whom it came to. */
export async function copyNoes({ tx, tenantId }: Scope, { keptId, goneId, since }: Since): Promise<void> {
  const noes = await tx.execute<{ id: string }>(sql`
    select id from consents where tenant_id = ${tenantId} and customer_id = ${keptId} and not granted
      and created_at >= ${since.toISOString()}`);
  const copies = JSON.stringify(noes.map(({ id }) => ({ id, copy: newId() })));
  await tx.execute(sql`
    insert into consents (tenant_id, id, customer_id, purpose, channel, granted, wording, source, by_user_id, created_at)
    select k.tenant_id, n.copy, ${goneId}, k.purpose, k.channel, k.granted, k.wording, k.source, k.by_user_id, k.created_at
    from json_to_recordset(${copies}::text::json) as n (id uuid, copy uuid)
    join consents k on k.tenant_id = ${tenantId} and k.id = n.id`);
}
