"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";

const places = [
  { path: "/admin/tenants", label: "Businesses" },
  { path: "/admin/subscriptions", label: "Subscriptions" },
  { path: "/admin/plans", label: "Plans" },
  { path: "/admin/enquiries", label: "Enquiries" },
  { path: "/admin/reviews", label: "Reviews" },
  { path: "/admin/messages", label: "Messages" },
  { path: "/admin/notifications", label: "News" },
  { path: "/admin/health", label: "Health" },
  { path: "/admin/work", label: "Work" },
  { path: "/admin/mpesa", label: "M-Pesa" },
  { path: "/admin/audit", label: "Audit log" },
];

/** The rooms of the platform; on a phone one row that is pushed along. */
export function AdminNav({ withDashboard }: { withDashboard: boolean }) {
  const here = usePathname();
  const row = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another place is here when the address is another
  useEffect(() => {
    row.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [here]);
  const all = withDashboard ? [...places, { path: "/dashboard", label: "Dashboard" }] : places;
  return (
    <nav
      ref={row}
      aria-label="Main"
      className="flex gap-1 max-lg:order-last max-lg:-mx-2 max-lg:w-full max-lg:overflow-x-auto lg:flex-wrap"
    >
      {all.map(({ path, label }) => (
        <Link
          key={path}
          href={path}
          aria-current={here === path || here.startsWith(`${path}/`) ? "page" : undefined}
          className="shrink-0 rounded-control px-2 py-1.5 font-medium -outline-offset-2 hover:bg-wash aria-[current=page]:bg-wash"
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
