import type { TransactionSql } from "postgres";
import { amani } from "./amani";
import { serviceIdOf, staffIdOf, tenantIdOf } from "./base";
import { pictureRow } from "./png";
import { type Look, portrait } from "./portraits";
import { insertRows } from "./rows";
import { stillLife } from "./still-lifes";

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

const ofServices: Record<string, Buffer> = {
  "silk-press": stillLife("sleek", { ground: "#eadfd8", ink: "#2a1a16", light: "#8a6a58" }),
  "box-braids": stillLife("braids", { ground: "#e6d3bd", ink: "#2b1b14", light: "#6b4a35" }),
  "gel-manicure": stillLife("nails", { ground: "#f1ddd6", ink: "#a83256", light: "#e39ab0" }),
};

/** Photos of those who have none yet; whoever chose or removed one on purpose keeps it so. */
export async function seedPhotos(sql: TransactionSql, now: Date): Promise<void> {
  await insertRows(
    sql,
    "staff_photos",
    Object.entries(ofStaff).map(([key, look]) => ({
      tenant_id: tenantIdOf(amani),
      staff_id: staffIdOf(amani, key),
      ...pictureRow(portrait(look)),
      created_at: now,
    })),
  );
  await insertRows(
    sql,
    "service_photos",
    Object.entries(ofServices).map(([key, bytes]) => ({
      tenant_id: tenantIdOf(amani),
      service_id: serviceIdOf(amani, key),
      ...pictureRow(bytes),
      created_at: now,
    })),
  );
  const people = await sql<{ id: string; email: string }[]>`
    select id, email from users where email in ${sql(Object.keys(ofUsers))}`;
  await insertRows(
    sql,
    "user_photos",
    people.map(({ id, email }) => ({ user_id: id, ...pictureRow(portrait(ofUsers[email]!)), created_at: now })),
  );
}
