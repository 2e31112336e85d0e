import Link from "next/link";
import type { ReactNode } from "react";
import { Button } from "@/app/_components/ui/button";
import { Wordmark } from "@/app/_components/wordmark";
import { LanguageSwitch } from "@/app/book/_parts/language-switch";
import type { Language } from "@/lib/platform/format";
import { siteWords } from "./site-words";

type Props = { language: Language; children: ReactNode };

/** What stands above and below each page of the platform's own. */
export function SiteFrame({ language, children }: Props) {
  const words = siteWords[language];
  const links = [
    { href: "/find", label: words.find },
    { href: "/pricing", label: words.pricing },
    { href: "/register", label: words.register },
    { href: "/contact", label: words.contact },
    { href: "/docs/api", label: "API" },
    { href: "/terms", label: words.terms },
    { href: "/privacy", label: words.privacy },
  ];
  return (
    <div className="mx-auto grid min-h-dvh max-w-300 grid-cols-[minmax(0,1fr)] grid-rows-[auto_1fr_auto] px-4 md:px-6 lg:px-8">
      <header className="flex min-h-16 flex-wrap items-center justify-between gap-x-4">
        <Wordmark />
        <nav aria-label="ClientPulse" className="flex items-center gap-1 sm:gap-2">
          {links.slice(0, 2).map(({ href, label }) => (
            <Button key={href} asChild kind="bare" size="large" className="text-base max-sm:hidden">
              <Link href={href}>{label}</Link>
            </Button>
          ))}
          <Button asChild size="large" className="text-base">
            <Link href="/login">{words.signIn}</Link>
          </Button>
        </nav>
      </header>
      <main className="grid grid-cols-[minmax(0,1fr)] content-start gap-12 pt-6 pb-16 sm:pt-10">{children}</main>
      <footer className="grid gap-2 border-t py-6 text-quiet">
        <div className="flex flex-wrap items-center gap-x-6">
          <p className="grow">{words.what}</p>
          <LanguageSwitch slug="" />
        </div>
        <nav aria-label={words.what} className="flex flex-wrap gap-x-6">
          {links.map(({ href, label }) => (
            <Link
              key={href}
              href={href}
              className="inline-flex min-h-11 items-center underline decoration-edge underline-offset-4 hover:text-ink"
            >
              {label}
            </Link>
          ))}
        </nav>
      </footer>
    </div>
  );
}
