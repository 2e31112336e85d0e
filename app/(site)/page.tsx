import { ChevronRight, Search, SearchX, Store } from "lucide-react";
import Link from "next/link";
import { Stars } from "@/app/_components/reviews/stars";
import { Button } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { Wordmark } from "@/app/_components/wordmark";
import { kindOf } from "@/app/book/_parts/in-words";
import { starsWords } from "@/lib/reviews/rules";
import { searchTenants } from "@/lib/tenancy/doors/search-tenants";
import { type ShownTestimonial, shownTestimonials } from "@/lib/tenancy/doors/testimonials";

type Props = { searchParams: Promise<{ q?: string | string[] }> };

export default async function HomePage({ searchParams }: Props) {
  const { q } = await searchParams;
  const search = typeof q === "string" ? q.trim().slice(0, 80) : "";
  const [businesses, said] = await Promise.all([searchTenants(search), shownTestimonials()]);
  return (
    <div className="mx-auto grid min-h-dvh max-w-200 grid-cols-[minmax(0,1fr)] grid-rows-[auto_1fr_auto] px-4 md:px-6">
      <header className="flex h-16 items-center justify-between gap-4">
        <Wordmark />
        <div className="flex items-center gap-2">
          <Button asChild kind="bare" className="max-sm:hidden">
            <Link href="/register">Register a business</Link>
          </Button>
          <Button asChild>
            <Link href="/login">Sign in</Link>
          </Button>
        </div>
      </header>
      <main className="grid grid-cols-[minmax(0,1fr)] content-start gap-10 pt-12 pb-16 sm:pt-24">
        <div className="grid gap-3">
          <h1 className="text-xl">Book your next appointment</h1>
          <p className="max-w-[56ch] text-md text-quiet">
            Salons, barbers, spas and clinics take bookings here. Choose where you go, pick a free time, and they know
            at once.
          </p>
        </div>
        <section aria-labelledby="find-title" className="grid grid-cols-[minmax(0,1fr)] gap-4">
          <h2 id="find-title" className="sr-only">
            Find a business
          </h2>
          <search>
            <form method="get" action="/" className="flex gap-2">
              <label htmlFor="q" className="sr-only">
                Name or town
              </label>
              <input
                id="q"
                name="q"
                type="search"
                defaultValue={search}
                placeholder="Name or town"
                maxLength={80}
                className="h-11 min-w-0 flex-1 rounded-control border border-edge bg-surface px-3 text-md placeholder:text-quiet"
              />
              <Button type="submit" kind="primary" size="large">
                <Search aria-hidden />
                Find
              </Button>
            </form>
          </search>
          <Businesses found={businesses} search={search} />
        </section>
        {said.length > 0 && search === "" ? <Testimonials said={said} /> : null}
      </main>
      <footer className="flex flex-wrap gap-x-6 gap-y-2 border-t py-6 text-quiet">
        <p className="grow">ClientPulse is the front desk for appointment businesses.</p>
        <Link href="/register" className="underline underline-offset-4 hover:text-ink">
          Register a business
        </Link>
        <Link href="/contact" className="underline underline-offset-4 hover:text-ink">
          Contact
        </Link>
        <Link href="/docs/api" className="underline underline-offset-4 hover:text-ink">
          API
        </Link>
        <Link href="/terms" className="underline underline-offset-4 hover:text-ink">
          Terms
        </Link>
        <Link href="/privacy" className="underline underline-offset-4 hover:text-ink">
          Privacy
        </Link>
      </footer>
    </div>
  );
}

/** What businesses say of it, as they said it; nothing is made up where nobody has. */
function Testimonials({ said }: { said: ShownTestimonial[] }) {
  return (
    <section aria-labelledby="said-title" className="grid gap-4 border-t pt-8">
      <h2 id="said-title" className="text-md font-semibold">
        What businesses say of ClientPulse
      </h2>
      <ul className="grid gap-6 sm:grid-cols-2">
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
}

type Found = { slug: string; name: string; businessType: string; city: string };

function Businesses({ found, search }: { found: Found[]; search: string }) {
  if (found.length === 0 && search) {
    return (
      <EmptyState
        icon={SearchX}
        title={`No business found for “${search}”`}
        why="Check the spelling, or try only a part of the name."
        action={
          <Button asChild>
            <Link href="/">Clear</Link>
          </Button>
        }
      />
    );
  }
  if (found.length === 0) {
    return (
      <EmptyState
        icon={Store}
        title="No business takes bookings yet"
        why="As soon as one opens its booking page, it is listed here."
      />
    );
  }
  return (
    <ul className="overflow-hidden rounded-panel border bg-surface">
      {found.map(({ slug, name, businessType, city }) => (
        <li key={slug} className="border-t first:border-t-0">
          <a
            href={`/book/${slug}`}
            className="flex min-h-16 items-center gap-4 px-4 py-3 transition-colors hover:bg-wash focus-visible:-outline-offset-2"
          >
            <span className="grid min-w-0 flex-1">
              <span className="truncate text-md font-medium">{name}</span>
              <span className="truncate text-quiet">
                {kindOf(businessType)} in {city}
              </span>
            </span>
            <ChevronRight aria-hidden className="size-5 shrink-0 text-quiet" />
          </a>
        </li>
      ))}
    </ul>
  );
}
