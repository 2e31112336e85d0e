import type { TransactionSql } from "postgres";
import { addDays } from "@/lib/platform/calendar";
import { tenantIdOf } from "./base";
import type { DemoBusiness } from "./businesses";
import { insertRows } from "./rows";
import { demoId, dice, firstDemoId, lastDemoId } from "./stable";
import { clock } from "./wall-clock";

const places = ["Kilimani", "Westlands", "Ngong Road", "South B", "Kileleshwa", "Lavington", "Lang’ata", "Rongai"];
const words = ["Bride 2027", "Walks in", "Chama", "Natural hair", "Braids", "Office nearby"];
const pad = (n: number) => String(n).padStart(2, "0");

/** What the house keeps of one of the demo's customers. Thrown apart, so that everybody else stays who they were. */
export function keptOf(id: string) {
  const throws = dice(`kept ${id}`);
  const status = throws.chance(0.07)
    ? "vip"
    : throws.chance(0.05)
      ? "inactive"
      : throws.chance(0.03)
        ? "blocked"
        : "active";
  const tags = words.filter((_, at) => throws.chance(at === 0 ? 0.04 : 0.1));
  return {
    status,
    tags,
    location: throws.chance(0.7) ? throws.pick(places) : "",
    birthday: throws.chance(0.55) ? `${pad(throws.between(1, 12))}-${pad(throws.between(1, 28))}` : null,
    language: throws.chance(0.2) ? "sw" : "en",
  };
}

const said = [
  "Came with her sister; both want the same colour in December.",
  "Runs ten minutes late as a rule. Book her before a gap.",
  "Pays for her mother as well.",
  "Asked for the chair at the window.",
  "Wants to be reminded by SMS, never by phone.",
  "Liked the silk press, found the water too hot.",
  "Moves to Mombasa in spring.",
  "Brings the baby: needs the quiet corner.",
];

/** Once: what was written down, what somebody likes, who used to come, two groups of the house's own. */
export async function seedCustomerFiles(
  sql: TransactionSql,
  business: DemoBusiness,
  { today, now, past }: { today: string; now: Date; past: string | undefined },
): Promise<void> {
  const tenantId = tenantIdOf(business);
  const [there] = await sql`select 1 from customer_segments where tenant_id = ${tenantId}`;
  const [author] = await sql<{ id: string }[]>`select id from users where email = ${`desk@${business.slug}.test`}`;
  if (there || !author) return;
  const people = await sql<{ id: string; createdAt: Date }[]>`
    select id, created_at as "createdAt" from customers
    where tenant_id = ${tenantId} and id between ${firstDemoId} and ${lastDemoId} and archived_at is null
      and name <> 'Guest' order by created_at, id`;
  await fillIn(sql, tenantId, people);
  await insertRows(
    sql,
    "customer_notes",
    said.map((body, n) => {
      const { id, createdAt } = people[(n * 17 + 5) % people.length]!;
      const at = new Date(Math.max(createdAt.getTime(), now.getTime() - (n * 5 + 1) * 86_400_000));
      return {
        ...{ tenant_id: tenantId, id: demoId(`note/${business.slug}/${n}`), customer_id: id, body },
        ...{ by_user_id: author.id, created_at: at },
      };
    }),
  );
  await rememberLikes(sql, tenantId);
  // In a year some have stopped coming by themselves.
  if (!past) await rememberAbsent(sql, business, people, today);
  await insertRows(
    sql,
    "customer_segments",
    [
      { name: "Brides", rule: { tag: "Bride 2027" } },
      { name: "Twice and away", rule: { visitsAtLeast: 2, awayDays: 60 } },
    ].map((one) => ({
      ...{ tenant_id: tenantId, id: demoId(`segment/${business.slug}/${one.name}`), ...one },
      ...{ by_user_id: author.id, created_at: now },
    })),
  );
}

/** Of whom an older start had not written it down. What somebody has changed since stays. */
async function fillIn(sql: TransactionSql, tenantId: string, people: readonly { id: string }[]): Promise<void> {
  const rows = people.map(({ id }) => ({ id, ...keptOf(id) }));
  await sql`
    update customers c set status = k.status, tags = k.tags, location = k.location, birthday = k.birthday
    from jsonb_to_recordset(${sql.json(rows)}) as k (id uuid, status text, tags text[], location text, birthday text)
    where c.tenant_id = ${tenantId} and c.id = k.id and c.status = 'active' and c.tags = '{}' and c.location = ''
      and c.birthday is null`;
}

/** Whoever was here twice likes what they had most, by who did it. */
async function rememberLikes(sql: TransactionSql, tenantId: string): Promise<void> {
  await sql`
    insert into customer_favourites (tenant_id, customer_id, service_id)
    select distinct on (v.customer_id) v.tenant_id, v.customer_id, l.service_id
    from visits v join visit_lines l on l.tenant_id = v.tenant_id and l.visit_id = v.id
    where v.tenant_id = ${tenantId} and v.voided_at is null and v.customer_id between ${firstDemoId} and ${lastDemoId}
    group by v.tenant_id, v.customer_id, l.service_id having count(*) >= 2
    order by v.customer_id, count(*) desc, l.service_id on conflict do nothing`;
  await sql`
    update customers c set preferred_staff_id = (
      select l.staff_id from visits v join visit_lines l on l.tenant_id = v.tenant_id and l.visit_id = v.id
      where v.tenant_id = c.tenant_id and v.customer_id = c.id and v.voided_at is null
      group by l.staff_id order by count(*) desc, l.staff_id limit 1)
    from customer_favourites f
    where c.tenant_id = ${tenantId} and f.tenant_id = c.tenant_id and f.customer_id = c.id and c.preferred_staff_id is null`;
}

/** A month is short: some were here before it, and have not come since. */
async function rememberAbsent(
  sql: TransactionSql,
  business: DemoBusiness,
  people: readonly { id: string }[],
  today: string,
): Promise<void> {
  const tenantId = tenantIdOf(business);
  const [line] = await sql<{ service_id: string; service_name: string; staff_id: string; minor: number }[]>`
    select s.id as service_id, s.name as service_name, x.staff_id, s.price_minor::int as minor
    from services s join staff_services x on x.tenant_id = s.tenant_id and x.service_id = s.id
    where s.tenant_id = ${tenantId} and s.archived_at is null order by s.position, x.staff_id limit 1`;
  const here = await sql<
    { id: string }[]
  >`select distinct customer_id as id from bookings where tenant_id = ${tenantId}`;
  const came = new Set(here.map(({ id }) => id));
  const gone = people.filter(({ id }) => !came.has(id)).slice(0, 12);
  if (!line) return;
  const visits = gone.flatMap(({ id: customer_id }, n) =>
    [0, 30, 60].map((gap) => ({ id: demoId(`absent/${customer_id}/${gap}`), customer_id, ago: 50 + n * 22 + gap })),
  );
  await insertRows(
    sql,
    "visits",
    visits.map(({ id, customer_id, ago }) => {
      const at = clock(addDays(today, -ago), 11 * 60, business.timeZone);
      return {
        ...{
          tenant_id: tenantId,
          id,
          customer_id,
          started_at: at,
          completed_at: at,
          created_at: at,
          notes: "",
          revision: 0,
        },
        ...{ total_minor: line.minor, paid_minor: line.minor, currency: "KES" },
      };
    }),
  );
  await insertRows(
    sql,
    "visit_lines",
    visits.map(({ id }) => ({
      ...{ tenant_id: tenantId, id: demoId(`absent-line/${id}`), visit_id: id, position: 0 },
      ...{
        service_id: line.service_id,
        service_name: line.service_name,
        staff_id: line.staff_id,
        price_minor: line.minor,
      },
    })),
  );
}
