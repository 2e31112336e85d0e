import type { Metadata } from "next";
import { SWRConfig } from "swr";
import { requireAdmin } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { listTestimonials } from "@/lib/admin/list-testimonials";
import { testimonialsKey } from "../words";
import { TestimonialList } from "./testimonial-list";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Reviews") };
}

export default async function AdminReviewsPage() {
  const say = await sayHere();
  await requireAdmin("platform.testimonials");
  const items = await listTestimonials();
  return (
    <SWRConfig value={{ fallback: { [testimonialsKey]: { items } } }}>
      <main className="px-4 pb-16 md:px-6 xl:px-8">
        <h1 className="pt-6 pb-2 text-lg">{say("What businesses say of ClientPulse")}</h1>
        <p className="max-w-[68ch] pb-4 text-quiet">
          {say("What you approve is on the front page, word for word. Said anew, it waits for you anew.")}
        </p>
        <TestimonialList />
      </main>
    </SWRConfig>
  );
}
