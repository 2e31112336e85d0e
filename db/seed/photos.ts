import type { TransactionSql } from "postgres";
import { amani } from "./amani";
import { staffIdOf, tenantIdOf } from "./base";
import { type Look, photoRow } from "./portraits";
import { insertRows } from "./rows";

/** Some have given a photo and some have not, as anywhere. */
const ofStaff: Record<string, Look> = {
  njeri: { wall: "#e9d9cf", skin: "#7a4a2e", hair: "#1f1613", dress: "#b4456b", style: "long" },
  achieng: { wall: "#d5e0ea", skin: "#5c3521", hair: "#231815", dress: "#3f6fb5", style: "short" },
  fatuma: { wall: "#efe3c6", skin: "#8a5a3a", hair: "#a06a1f", dress: "#8a5a1a", style: "wrap" },
};
const ofUsers: Record<string, Look> = {
  "owner@amani.test": { wall: "#dfe6da", skin: "#6b4128", hair: "#1c1512", dress: "#2f5d50", style: "long" },
  "desk@amani.test": { wall: "#e6dcec", skin: "#704529", hair: "#2a1d18", dress: "#84509c", style: "short" },
  // One person, whichever list she stands in.
  "staff@amani.test": ofStaff.achieng!,
};

/** Photos of those who have none yet; whoever chose or removed one on purpose keeps it so. */
export async function seedPhotos(sql: TransactionSql, now: Date): Promise<void> {
  await insertRows(
    sql,
    "staff_photos",
    Object.entries(ofStaff).map(([key, look]) => ({
      tenant_id: tenantIdOf(amani),
      staff_id: staffIdOf(amani, key),
      ...photoRow(look),
      created_at: now,
    })),
  );
  const people = await sql<{ id: string; email: string }[]>`
    select id, email from users where email in ${sql(Object.keys(ofUsers))}`;
  await insertRows(
    sql,
    "user_photos",
    people.map(({ id, email }) => ({ user_id: id, ...photoRow(ofUsers[email]!), created_at: now })),
  );
}
