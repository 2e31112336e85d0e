import { sideSql } from "@/db/client";

/** How much work that was due before then is not done, over all tenants: what failed too often lies there. */
export async function overdue(before: Date): Promise<number> {
  const [row] = await sideSql()<{ work: string }[]>`select work from door_overdue(${before})`;
  return Number(row?.work ?? 0);
}
