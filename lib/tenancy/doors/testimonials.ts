import { sideSql } from "@/db/client";

export type ShownTestimonial = { business: string; city: string; rating: number; words: string };

/** What businesses say of the platform, as its front page shows it. */
export async function shownTestimonials(most = 6): Promise<ShownTestimonial[]> {
  const rows = await sideSql()<ShownTestimonial[]>`
    select business, city, rating, words from door_testimonials(${most})`;
  return rows.map((row) => ({ ...row }));
}
