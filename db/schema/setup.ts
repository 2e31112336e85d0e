import { pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant, tenantId } from "./columns";

/** What somebody has said of the first steps of a business: the rest of them is seen in its own data. */
export type SaidStep = "hours" | "prices" | "team" | "resources" | "payments" | "looked" | "shared" | "put_away";

export const setupSteps = pgTable(
  "setup_steps",
  {
    tenantId: tenantId(),
    step: text().$type<SaidStep>().notNull(),
    doneAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.step] })],
);
