import { type SQL, sql } from "drizzle-orm";
import { now } from "@/lib/platform/clock";

const guardians = (column: SQL): SQL => sql`(select g.${column} from customers g
  where g.tenant_id = c.tenant_id and g.id = c.guardian_id)`;
const alone = sql`c.guardian_id is null or c.phone is not null or c.email is not null`;
const of = (column: SQL): SQL => sql`case when ${alone} then c.${column} else ${guardians(column)} end`;

/** Over `c`: the number they are reached at. A child's who has neither number nor address is that of who answers for them. */
export const reachedPhone: SQL = of(sql`phone`);

/** Over `c`: what is read there. */
export const reachedLanguage: SQL = of(sql`language`);

/** The same as `phone`, `email`, `language`, `wishes` and `browsers`. */
export const reached =
  (): SQL => sql`${reachedPhone} as phone, ${of(sql`email`)} as email, ${reachedLanguage} as language,
  ${of(sql`wishes`)} as wishes, ${browsersOf(sql`case when ${alone} then c.id else c.guardian_id end`)} as browsers`;

/** Whether the browser `p` is still its customer's: the sign-in lasts, and is that of who the customer is by now. */
export const isBrowserTheirs = (): SQL => sql`exists (select from account_sessions s
  join customers o on o.tenant_id = p.tenant_id and o.id = p.customer_id and o.account_id = s.account_id and o.archived_at is null
  where s.id = p.account_session_id and s.revoked_at is null and s.expires_at > ${now().toISOString()})`;

/** Over `c`: the ids of the browsers in which a customer wants to be told. */
export const browsersOf = (customerId: SQL): SQL => sql`(select coalesce(json_agg(p.id order by p.id), '[]')
  from customer_browsers p where p.tenant_id = c.tenant_id and p.customer_id = ${customerId} and ${isBrowserTheirs()})`;
