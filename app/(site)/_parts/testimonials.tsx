import { Stars } from "@/app/_components/reviews/stars";
import { starsWords } from "@/lib/reviews/rules";
import type { ShownTestimonial } from "@/lib/tenancy/doors/testimonials";

/** What businesses say of it, as they said it; nothing is made up where nobody has. */
export const Testimonials = ({ said, title }: { said: ShownTestimonial[]; title: string }) => (
  <section aria-labelledby="said-title" className="grid gap-4 border-t pt-8">
    <h2 id="said-title" className="text-md font-semibold">
      {title}
    </h2>
    <ul className="grid gap-6 sm:grid-cols-2 lg:grid-cols-3">
      {said.map(({ business, city, rating, words }) => (
        <li key={business} className="grid content-start gap-1.5">
          <span className="text-accent">
            <Stars rating={rating} label={starsWords(rating)} />
          </span>
          <blockquote className="break-words whitespace-pre-line">{words}</blockquote>
          <p className="text-quiet">
            {business}, {city}
          </p>
        </li>
      ))}
    </ul>
  </section>
);
