import type { TransactionSql } from "postgres";
import { tenantIdOf } from "./base";
import type { DemoBusiness } from "./businesses";
import { insertRows } from "./rows";
import { demoId, dice } from "./stable";

const hour = 3_600_000;
const many = 25;
/** What is longer ago was only now and then reviewed, by a tap on the stars. */
const longAgo = 30 * 24;

type Words = { stars: number; words: string; answer?: string; isPrivate?: true };

/** What people here say of a salon, most of it good. In turn, the latest visit first. */
const said: Words[] = [
  { stars: 5, words: "Neat parting and she did not pull. I will be back for the next set.", answer: "Karibu tena!" },
  { stars: 5, words: "" },
  { stars: 4, words: "Good work, but I waited twenty minutes past my time." },
  { stars: 5, words: "Walitengeneza nywele vizuri sana, asante." },
  {
    stars: 2,
    words: "The colour is darker than the picture I showed.",
    answer: "We are sorry. Come by this week and we put it right, it costs you nothing.",
  },
  { stars: 5, words: "Calm place, good tea, and the price was what the page said." },
  { stars: 4, words: "" },
  {
    stars: 5,
    words: "Booked at night from my phone, sat down at nine sharp.",
    answer: "Thank you for being on time too.",
  },
  { stars: 3, words: "The massage was short of the hour.", isPrivate: true },
  { stars: 5, words: "My daughter did not cry this time." },
  { stars: 5, words: "Twists kept for three weeks, even at the coast.", answer: "That is what we like to hear." },
  { stars: 4, words: "Lovely cut. The music could be softer on a Sunday." },
  { stars: 5, words: "Nimependa sana. Nitarudi mwezi ujao." },
  { stars: 5, words: "They remembered that I cannot have almond oil." },
  { stars: 5, words: "" },
  { stars: 4, words: "Paid by M-Pesa in a second. The parking is the only trouble." },
  {
    stars: 3,
    words: "Nice people, but my usual stylist was away and nobody told me.",
    answer: "Sorry about that. We now write when somebody is away.",
  },
  { stars: 5, words: "Best gel manicure I have had in Nairobi." },
  { stars: 5, words: "Quick, clean and kind. My mother wants to come too." },
  { stars: 4, words: "The relaxer was gentle and my edges are still there." },
];

type Visit = { id: string; customerId: string; completedAt: Date };

/** Believable reviews of paid visits, answered by the owner; newer visits are told of as the days go by. */
export async function seedReviews(sql: TransactionSql, business: DemoBusiness, now: Date): Promise<void> {
  const tenant_id = tenantIdOf(business);
  const [owner] = await sql<{ id: string }[]>`select user_id as id from members
    where tenant_id = ${tenant_id} and role = 'owner' and removed_at is null order by user_id limit 1`;
  const visits = await sql<Visit[]>`
    select v.id, v.customer_id as "customerId", v.completed_at as "completedAt" from visits v
    where v.tenant_id = ${tenant_id} and v.voided_at is null and v.completed_at < ${new Date(now.getTime() - 30 * hour)}
      and exists (select from sales s where s.tenant_id = v.tenant_id and s.status = 'closed'
        and (s.visit_id = v.id or s.booking_id = v.booking_id))
    order by v.completed_at desc, v.id`;
  // By the visit and not by its place, so that the same ones are reviewed on the next day.
  const told = visits.filter(({ id }) => dice(`reviewed/${id}`).chance(0.3)).slice(0, many);
  const before = new Date(now.getTime() - longAgo * hour);
  const tapped = visits.filter(
    (visit) => visit.completedAt < before && !told.includes(visit) && dice(`reviewed/${visit.id}`).chance(0.06),
  );
  await insertRows(
    sql,
    "reviews",
    [...told, ...tapped].map(({ id, customerId, completedAt }, nth) => {
      const found = said[dice(`review/${id}`).between(0, said.length - 1)]!;
      const { stars, words, answer, isPrivate }: Words = nth < told.length ? found : { stars: found.stars, words: "" };
      const written = new Date(completedAt.getTime() + 5 * hour);
      const by = answer && owner ? owner.id : null;
      return {
        ...{ tenant_id, id: demoId(`review/${id}`), visit_id: id, customer_id: customerId, rating: stars, words },
        ...{ is_public: !isPrivate, created_at: written, changed_at: null },
        ...{
          answer: answer ?? "",
          answered_by: by,
          answered_at: answer ? new Date(written.getTime() + 15 * hour) : null,
        },
        ...{ hidden_at: null, hidden_reason: "", hidden_by: null },
      };
    }),
  );
}

/** What one business says of the platform, on its front page, and what another says, which waits. */
export async function seedTestimonials(sql: TransactionSql, now: Date): Promise<void> {
  const at = new Date(now.getTime() - 40 * hour);
  const owners = await sql<{ tenantId: string; userId: string; slug: string }[]>`
    select distinct on (t.slug) t.id as "tenantId", m.user_id as "userId", t.slug from tenants t
    join members m on m.tenant_id = t.id and m.role = 'owner' and m.removed_at is null
    where t.slug in ('amani', 'malaika-spa') order by t.slug, m.user_id`;
  await insertRows(
    sql,
    "testimonials",
    owners.map(({ tenantId, userId, slug }) => ({
      ...{ tenant_id: tenantId, by_user_id: userId, created_at: at },
      ...(slug === "amani"
        ? {
            ...{ rating: 5, status: "approved", decided_at: new Date(at.getTime() + 3 * hour) },
            words: "The desk sees a booking before the customer has put the phone down. We no longer keep a book.",
          }
        : {
            rating: 4,
            status: "waiting",
            decided_at: null,
            words: "M-Pesa at the till saves us an hour each evening.",
          }),
    })),
  );
}
