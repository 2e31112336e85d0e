import { platformPool } from "@/db/platform-client";
import type { TestimonialStatus } from "@/db/schema/reviews";

export type TestimonialItem = {
  tenantId: string;
  business: string;
  city: string;
  rating: number;
  words: string;
  status: TestimonialStatus;
  at: string;
};

/** What businesses say of the platform: what waits first, then the latest. One for each business at most. */
export async function listTestimonials(): Promise<TestimonialItem[]> {
  const { rows } = await platformPool().query<Omit<TestimonialItem, "at"> & { at: Date }>(
    `select s.tenant_id as "tenantId", t.name as business, t.city, s.rating, s.words, s.status,
       coalesce(s.changed_at, s.created_at) as at
     from testimonials s join tenants t on t.id = s.tenant_id
     order by s.status = 'waiting' desc, coalesce(s.changed_at, s.created_at) desc limit 200`,
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
