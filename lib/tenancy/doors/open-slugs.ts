import { sideSql } from "@/db/client";

/** The public addresses of the businesses that are open, in one order, `most` of them after the first `skip`; and how many there are. */
export async function openSlugs(skip: number, most: number): Promise<{ slugs: string[]; total: number }> {
  const rows = await sideSql()<{ slug: string; total: string }[]>`
    select slug, total from door_open_slugs(${skip}, ${most})`;
  return { slugs: rows.map(({ slug }) => slug), total: Number(rows[0]?.total ?? 0) };
}
