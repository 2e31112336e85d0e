import { sideSql } from "@/db/client";

/** Who is told of what happens to the platform itself. */
export async function platformAdmins(): Promise<{ userId: string; email: string }[]> {
  const rows = await sideSql()<
    { userId: string; email: string }[]
  >`select user_id as "userId", email from door_platform_admins()`;
  return rows.map((row) => ({ ...row }));
}
