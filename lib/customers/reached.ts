import { type SQL, sql } from "drizzle-orm";

const guardians = (column: SQL): SQL => sql`(select g.${column} from customers g
  where g.tenant_id = c.tenant_id and g.id = c.guardian_id)`;
const alone = sql`c.guardian_id is null or c.phone is not null or c.email is not null`;
const of = (column: SQL): SQL => sql`case when ${alone} then c.${column} else ${guardians(column)} end`;

/** Over `c`: the number they are reached at. A child's who has neither number nor address is that of who answers for them. */
export const reachedPhone: SQL = of(sql`phone`);

/** The same as `phone`, `email`, `language` and `wishes`. */
export const reached: SQL = sql`${reachedPhone} as phone, ${of(sql`email`)} as email, ${of(sql`language`)} as language,
  ${of(sql`wishes`)} as wishes`;
