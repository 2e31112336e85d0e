import type { Segment } from "@/db/schema/services";
import type { BookingPolicy, TenantStatus } from "@/db/schema/tenants";

export type DemoService = {
  key: string;
  name: string;
  category: string;
  description: string;
  segments: Segment[];
  price: number;
  before?: number;
  after?: number;
  /** A class: so many at once. */
  seats?: number;
  addons?: { name: string; minutes: number; price: number }[];
};

/** `from-to` on the wall clock, several stretches joined by a comma; seven entries from Sunday, "" is a day off. */
type Week = readonly [string, string, string, string, string, string, string];

export type DemoStaff = {
  key: string;
  name: string;
  title: string;
  colour: string;
  week: Week;
  does: string[];
  bio?: string;
  phone?: string;
  commissionBp?: number;
  /** Where they take another time or price than the service says. */
  own?: Record<string, { minutes?: number; price?: number }>;
  /** What lies between two stretches of a day is a break, not the end of a shift. */
  lunch?: boolean;
};

/** Chairs or rooms, and the services that need one from beginning to end. */
export type DemoResource = { key: string; name: string; quantity: number; for: string[] };

/** Sold beside services; `gone`: no longer. */
export type DemoProduct = { key: string; name: string; price: number; gone?: true };

export type DemoBusiness = {
  slug: string;
  name: string;
  businessType: string;
  city: string;
  phone: string;
  timeZone: string;
  colour: string;
  kind: "business" | "platform";
  status: TenantStatus;
  policy: BookingPolicy;
  services: DemoService[];
  staff: DemoStaff[];
  resources?: DemoResource[];
  products?: DemoProduct[];
  /** What its prices hold of tax, in percent. */
  vatPercent?: number;
};

export const work = (minutes: number): Segment => ({ kind: "work", minutes });
export const gap = (minutes: number): Segment => ({ kind: "gap", minutes });
export const policy: BookingPolicy = {
  noticeMinutes: 30,
  horizonDays: 30,
  stepMinutes: 15,
  buffers: "larger",
  confirm: "auto",
};

/** `"8-13,13.5-18"` → minutes since midnight. */
export const stretches = (day: string): { from: number; to: number }[] =>
  day
    .split(",")
    .filter(Boolean)
    .map((stretch) => {
      const [from = 0, to = 0] = stretch.split("-").map(Number);
      return { from: from * 60, to: to * 60 };
    });

export const minutesOf = (segments: Segment[]): number => segments.reduce((sum, { minutes }) => sum + minutes, 0);

/** The reserved row whose log carries the platform's own events. */
export const platform: DemoBusiness = {
  slug: "_platform",
  name: "ClientPulse",
  businessType: "multi_service",
  city: "Nairobi",
  phone: "+254700000000",
  timeZone: "Africa/Nairobi",
  colour: "#0f766e",
  kind: "platform",
  status: "active",
  policy,
  services: [],
  staff: [],
};
