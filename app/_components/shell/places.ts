import { Bell, CalendarDays, Globe, type LucideIcon, ScrollText, Sun, Users } from "lucide-react";
import type { Permission } from "@/lib/auth/permissions";

export type Place = {
  label: string;
  icon: LucideIcon;
  href: string;
  /** Opens beside the app, not in it. */
  outside?: boolean;
  counts?: "unread";
  /** Shown only to those who may; the page itself is the fence. */
  needs?: Permission;
  /** Not in the bar on phones, where there is room for four. */
  railOnly?: boolean;
};

type Tenant = { id: string; slug: string; may: readonly Permission[] };

/** Where one can go, in order. The first five make the bar on phones. */
export const placesOf = (tenant: Tenant): Place[] =>
  placesIn(tenant).filter(({ needs }) => !needs || tenant.may.includes(needs));

const placesIn = (tenant: Tenant): Place[] => [
  { label: "Today", icon: Sun, href: `/dashboard/${tenant.id}` },
  { label: "Bookings", icon: CalendarDays, href: `/dashboard/${tenant.id}/bookings`, needs: "bookings.see" },
  { label: "Notifications", icon: Bell, href: `/dashboard/${tenant.id}/notifications`, counts: "unread" },
  { label: "Members", icon: Users, href: `/dashboard/${tenant.id}/members`, needs: "members.see" },
  {
    label: "Audit log",
    icon: ScrollText,
    href: `/dashboard/${tenant.id}/audit`,
    needs: "audit.see",
    railOnly: true,
  },
  { label: "Booking page", icon: Globe, href: `/book/${tenant.slug}`, outside: true },
];
