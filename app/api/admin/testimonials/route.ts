import { adminQuestion } from "@/app/_server/route";
import { listTestimonials } from "@/lib/admin/list-testimonials";

/** What businesses say of the platform. */
export const GET = adminQuestion("platform.testimonials", async () => ({ items: await listTestimonials() }));
