import { Check } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { Button } from "@/app/_components/ui/button";
import { languageHere } from "@/app/_server/language";
import { trialDays } from "@/lib/subscriptions/rules";
import { shownTestimonials } from "@/lib/tenancy/doors/testimonials";
import { FindForm } from "./_parts/find-form";
import { SiteFrame } from "./_parts/site-frame";
import { type SiteWords, siteWords } from "./_parts/site-words";
import { Testimonials } from "./_parts/testimonials";

export async function generateMetadata(): Promise<Metadata> {
  const words = siteWords[await languageHere()];
  return {
    title: { absolute: `ClientPulse · ${words.title}` },
    description: words.sub,
    alternates: { canonical: "/" },
  };
}

export default async function HomePage() {
  const language = await languageHere();
  const words = siteWords[language];
  const said = await shownTestimonials();
  return (
    <SiteFrame language={language}>
      <div className="grid grid-cols-[minmax(0,1fr)] items-center gap-10 lg:grid-cols-[24rem_minmax(0,1fr)] lg:gap-14">
        <div className="grid gap-6">
          <div className="grid gap-3">
            <h1 className="text-xl text-balance">{words.headline}</h1>
            <p className="max-w-[52ch] text-md text-quiet">{words.sub}</p>
          </div>
          <div className="grid gap-2">
            <div className="flex flex-wrap gap-2">
              <Button asChild kind="primary" size="large">
                <Link href="/register">{words.start}</Link>
              </Button>
              <Button asChild size="large">
                <Link href="/pricing">{words.cost}</Link>
              </Button>
            </div>
            <p className="text-quiet">{words.startAbout(trialDays)}</p>
          </div>
          <Promises words={words} />
        </div>
        <Screens words={words} />
      </div>
      <section aria-labelledby="find-title" className="grid max-w-160 grid-cols-[minmax(0,1fr)] gap-3 border-t pt-8">
        <h2 id="find-title" className="text-md font-semibold">
          {words.looking}
        </h2>
        <search>
          <form method="get" action="/find">
            <FindForm words={words} />
          </form>
        </search>
      </section>
      {said.length > 0 ? <Testimonials said={said} title={words.said} /> : null}
    </SiteFrame>
  );
}

const Promises = ({ words }: { words: SiteWords }) => (
  <ul className="grid gap-4">
    {words.promises.map(({ title, about }) => (
      <li key={title} className="flex gap-3">
        <Check aria-hidden className="mt-0.5 size-4 shrink-0 text-accent" />
        <span className="grid gap-0.5">
          <span className="font-medium">{title}</span>
          <span className="text-quiet">{about}</span>
        </span>
      </li>
    ))}
  </ul>
);

/**
 * Pictures of the real thing, taken by `npm run screenshots`; each is fetched in one of its two looks, and only where it is
 * shown: on a phone what a customer sees on one.
 */
const Screens = ({ words }: { words: SiteWords }) => (
  <div className="relative lg:pr-12 lg:pb-10">
    <div className="max-sm:hidden">
      <Screen name="today" alt={words.todayShown} width={1440} height={900} className="w-full rounded-panel border" />
    </div>
    <div className="max-sm:mx-auto max-sm:w-3/5 sm:max-lg:hidden lg:absolute lg:right-0 lg:bottom-0 lg:w-1/4">
      <Screen name="book" alt={words.bookShown} width={360} height={740} className="w-full rounded-panel border-2" />
    </div>
  </div>
);

type ScreenProps = { name: string; alt: string; width: number; height: number; className: string };

const Screen = ({ name, alt, ...image }: ScreenProps) => (
  <picture>
    <source srcSet={`/screens/${name}-dark.webp`} media="(prefers-color-scheme: dark)" />
    <img src={`/screens/${name}-light.webp`} alt={alt} loading="lazy" decoding="async" {...image} />
  </picture>
);
