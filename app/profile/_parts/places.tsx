"use client";

import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { cn } from "@/app/_components/ui/cn";
import { phrase } from "@/app/_words/phrase";
import { useSay } from "@/app/_words/use-say";

const places = [
  { href: "/profile", name: phrase("You") },
  { href: "/profile/second-factor", name: phrase("Second factor") },
  { href: "/profile/sessions", name: phrase("Devices") },
];

export function Places() {
  const say = useSay();
  const here = usePathname();
  return (
    <nav aria-label={say("Your account")} className="grid gap-4">
      <Link
        href="/dashboard"
        className="inline-flex min-h-8 items-center gap-2 justify-self-start rounded-control text-quiet transition-colors hover:text-ink"
      >
        <ArrowLeft aria-hidden className="size-4" />
        {say("Back to the business")}
      </Link>
      <ul className="flex flex-wrap gap-x-5 border-b">
        {places.map(({ href, name }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={here === href ? "page" : undefined}
              className={cn(
                "-mb-px inline-flex h-10 items-center rounded-t-control border-b-2 border-transparent text-quiet transition-colors hover:text-ink",
                here === href && "border-accent font-medium text-ink",
              )}
            >
              {say(name)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
