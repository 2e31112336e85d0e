import type { TransactionSql } from "postgres";
import type { SaidStep } from "../schema/setup";
import { amani } from "./amani";
import { baraka } from "./baraka";
import { tenantIdOf } from "./base";
import { insertRows } from "./rows";

const facts = {
  address: "Kimathi Street, Corner House, second floor",
  map_link: "https://maps.google.com/?q=Kimathi+Street+Nairobi",
  whatsapp: "+254712480160",
  email: "hello@amani.test",
  about:
    "Hair, nails and skin in the middle of town, since 2014. Book a time and it is yours: nobody waits on a bench here.",
  about_sw:
    "Nywele, kucha na ngozi katikati ya jiji, tangu 2014. Weka nafasi na ni yako: hapa hakuna anayesubiri kwenye benchi.",
};

/** One house has done it all; the other has some first steps before it. What somebody has written stays. */
export async function seedFirstSteps(sql: TransactionSql, now: Date): Promise<void> {
  await sql`update tenants set ${sql(facts)} where id = ${tenantIdOf(amani)} and address = '' and about = ''`;
  const said: [typeof amani, SaidStep[]][] = [
    [amani, ["hours", "prices", "payments", "looked", "shared"]],
    [baraka, ["hours", "prices", "looked"]],
  ];
  const rows = said.flatMap(([house, steps]) =>
    steps.map((step) => ({ tenant_id: tenantIdOf(house), step, done_at: now })),
  );
  await insertRows(sql, "setup_steps", rows);
}
