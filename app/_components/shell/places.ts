import { Bell, Globe, type LucideIcon, Sun } from "lucide-react";

export type Place = {
  label: string;
  icon: LucideIcon;
  href: string;
  /** Opens beside the app, not in it. */
  outside?: boolean;
  counts?: "unread";
};

/** Where one can go, in order. The first five make the bar on phones. */
export const placesOf = (tenant: { id: string; slug: string }): Place[] => [
  { label: "Today", icon: Sun, href: `/dashboard/${tenant.id}` },
  { label: "Notifications", icon: Bell, href: `/dashboard/${tenant.id}/notifications`, counts: "unread" },
  { label: "Booking page", icon: Globe, href: `/book/${tenant.slug}`, outside: true },
];
