import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";

type Asked = { text: string; params: unknown[] };

/** A step of a plan that was carried out. */
export type Step = {
  "Actual Rows": number;
  "Actual Loops": number;
  "Rows Removed by Filter"?: number;
  "Index Cond"?: string;
  Plans?: Step[];
};

/** A client that keeps what it is asked, planted where the code looks for its own; whoever plants it ends it. */
export function plantListeningClient(max = 1): { client: postgres.Sql; asked: Asked[] } {
  const asked: Asked[] = [];
  const client = postgres(process.env.DATABASE_URL!, { max, onnotice: () => {} });
  (globalThis as unknown as Record<symbol, unknown>)[Symbol.for("clientpulse.db")] = drizzle(client, {
    casing: "snake_case",
    logger: { logQuery: (text, params) => asked.push({ text, params }) },
  });
  return { client, asked };
}

/** Does it once more within this tenant, and answers each step of the way that was taken. */
export async function stepsOf(client: postgres.Sql, tenantId: string, { text, params }: Asked): Promise<Step[]> {
  const [row] = await client.begin(async (tx) => {
    await tx`select set_config('app.tenant_id', ${tenantId}, true)`;
    return tx.unsafe(`explain (analyze, timing off, format json) ${text}`, params as string[]);
  });
  const flat = (step: Step): Step[] => [step, ...(step.Plans ?? []).flatMap(flat)];
  return flat((row!["QUERY PLAN"] as { Plan: Step }[])[0]!.Plan);
}
