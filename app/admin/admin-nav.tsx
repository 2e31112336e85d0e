"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useCurrentInSight } from "@/app/_components/use-current-in-sight";
import { phrase } from "@/app/_words/phrase";
import { useSay } from "@/app/_words/use-say";

const places = [
  { path: "/admin/tenants", label: phrase("Businesses") },
  { path: "/admin/subscriptions", label: phrase("Subscriptions") },
  { path: "/admin/plans", label: phrase("Plans") },
  { path: "/admin/enquiries", label: phrase("Enquiries") },
  { path: "/admin/reviews", label: phrase("Reviews") },
  { path: "/admin/messages", label: phrase("Messages") },
  { path: "/admin/notifications", label: phrase("News") },
  { path: "/admin/health", label: phrase("Health") },
  { path: "/admin/work", label: phrase("Work") },
  { path: "/admin/mpesa", label: phrase("M-Pesa") },
  { path: "/admin/audit", label: phrase("Audit log") },
];

/** The rooms of the platform; on a phone one row that is pushed along. */
export function AdminNav({ withDashboard }: { withDashboard: boolean }) {
  const say = useSay();
  const here = usePathname();
  const row = useCurrentInSight(here);
  const all = withDashboard ? [...places, { path: "/dashboard", label: phrase("Dashboard") }] : places;
  return (
    <nav
      ref={row}
      aria-label={say("Main")}
      className="flex gap-1 max-lg:order-last max-lg:-mx-2 max-lg:w-full max-lg:overflow-x-auto lg:flex-wrap"
    >
      {all.map(({ path, label }) => (
        <Link
          key={path}
          href={path}
          aria-current={here === path || here.startsWith(`${path}/`) ? "page" : undefined}
          className="shrink-0 rounded-control px-2 py-1.5 font-medium -outline-offset-2 hover:bg-wash aria-[current=page]:bg-wash"
        >
          {say(label)}
        </Link>
      ))}
    </nav>
  );
}
