import {
  Banknote,
  Bell,
  CalendarDays,
  ClipboardList,
  Coins,
  ContactRound,
  DoorOpen,
  Gift,
  Globe,
  Hourglass,
  Images,
  Inbox,
  ListChecks,
  type LucideIcon,
  Megaphone,
  MessagesSquare,
  Package,
  Palmtree,
  ReceiptText,
  Scissors,
  ScrollText,
  Send,
  SlidersHorizontal,
  Star,
  Sun,
  Ticket,
  TrendingUp,
  UserRound,
  Users,
  Wallet,
} from "lucide-react";
import type { Say } from "@/app/_words/say";
import type { Permission } from "@/lib/auth/permissions";

export type Place = {
  label: string;
  icon: LucideIcon;
  href: string;
  /** Opens beside the app, not in it. */
  outside?: boolean;
  /** What waits there: news, or messages of customers. */
  counts?: "news" | "written";
  /** Has pages of its own below it. */
  below?: true;
  /** Shown only to those who may; the page itself is the fence. */
  needs?: Permission;
  /** Pressed after G, it leads there. */
  key?: string;
};

export type Whose = { id: string; slug: string; may: readonly Permission[]; staffId: string | null };

/** Places that belong together, under few words. */
export type Section = { title: string; places: Place[] };

/** Where one can go, in order. On phones the first ones make the bar, and the rest is behind its last place. */
export const sectionsOf = (say: Say, tenant: Whose): Section[] =>
  sectionsIn(say, tenant)
    .map(({ title, places }) => ({ title, places: places.filter(({ needs }) => !needs || tenant.may.includes(needs)) }))
    .filter(({ places }) => places.length > 0);

const myDay = (say: Say, { id }: Whose): Place => ({
  label: say("My day"),
  icon: ClipboardList,
  key: "d",
  href: `/dashboard/${id}/my-day`,
  needs: "calendar.own",
});

const sectionsIn = (say: Say, tenant: Whose): Section[] => [
  {
    title: say("Day"),
    places: [
      { label: say("Today"), icon: Sun, key: "t", href: `/dashboard/${tenant.id}` },
      // First at hand for who looks after nothing else; and there is none for who serves nobody.
      ...(tenant.staffId && !tenant.may.includes("services.see") ? [myDay(say, tenant)] : []),
      {
        label: say("Calendar"),
        icon: CalendarDays,
        key: "c",
        href: `/dashboard/${tenant.id}/calendar`,
        needs: "bookings.see",
      },
      {
        label: say("Bookings"),
        icon: ListChecks,
        key: "b",
        href: `/dashboard/${tenant.id}/bookings`,
        needs: "bookings.see",
      },
      {
        label: say("Notifications"),
        icon: Bell,
        key: "n",
        href: `/dashboard/${tenant.id}/notifications`,
        counts: "news",
      },
      { label: say("Queue"), icon: Ticket, key: "q", href: `/dashboard/${tenant.id}/queue`, needs: "queue.keep" },
      {
        label: say("Waitlist"),
        icon: Hourglass,
        key: "w",
        href: `/dashboard/${tenant.id}/waitlist`,
        needs: "waitlist.keep",
      },
      {
        label: say("Till"),
        icon: Banknote,
        key: "i",
        href: `/dashboard/${tenant.id}/till`,
        needs: "till.use",
        below: true,
      },
      ...(tenant.staffId && tenant.may.includes("services.see") ? [myDay(say, tenant)] : []),
      { label: say("Visits"), icon: DoorOpen, key: "v", href: `/dashboard/${tenant.id}/visits`, needs: "visits.see" },
    ],
  },
  {
    title: say("Customer care"),
    places: [
      {
        label: say("Customers"),
        icon: ContactRound,
        key: "u",
        href: `/dashboard/${tenant.id}/customers`,
        needs: "customers.see",
        below: true,
      },
      {
        label: say("Conversations"),
        icon: MessagesSquare,
        key: "o",
        href: `/dashboard/${tenant.id}/conversations`,
        needs: "conversations.keep",
        counts: "written",
        below: true,
      },
      { label: say("Reviews"), icon: Star, key: "r", href: `/dashboard/${tenant.id}/reviews`, needs: "reviews.see" },
      { label: say("Gallery"), icon: Images, href: `/dashboard/${tenant.id}/gallery`, needs: "gallery.see" },
      { label: say("Enquiries"), icon: Inbox, href: `/dashboard/${tenant.id}/enquiries`, needs: "enquiries.keep" },
      { label: say("Messages"), icon: Send, key: "m", href: `/dashboard/${tenant.id}/messages`, needs: "messages.see" },
      {
        label: say("Campaigns"),
        icon: Megaphone,
        href: `/dashboard/${tenant.id}/campaigns`,
        needs: "campaigns.manage",
        below: true,
      },
      { label: say("Rewards"), icon: Gift, href: `/dashboard/${tenant.id}/rewards`, needs: "rewards.see", below: true },
    ],
  },
  {
    title: say("Money"),
    places: [
      {
        label: say("Payments"),
        icon: Wallet,
        key: "p",
        href: `/dashboard/${tenant.id}/payments`,
        needs: "payments.see",
        below: true,
      },
      {
        label: say("Expenses"),
        icon: ReceiptText,
        key: "x",
        href: `/dashboard/${tenant.id}/expenses`,
        needs: "expenses.pay",
      },
      {
        label: say("Payroll"),
        icon: Coins,
        key: "y",
        href: `/dashboard/${tenant.id}/payroll`,
        needs: "payroll.see",
        below: true,
      },
      {
        label: say("Reports"),
        icon: TrendingUp,
        key: "a",
        href: `/dashboard/${tenant.id}/reports`,
        needs: "reports.see",
        below: true,
      },
    ],
  },
  {
    title: say("House"),
    places: [
      {
        label: tenant.may.includes("services.see") ? say("Staff") : say("My profile"),
        icon: UserRound,
        key: "h",
        href: `/dashboard/${tenant.id}/staff`,
        needs: "staff.see",
        below: true,
      },
      {
        label: say("Services"),
        icon: Scissors,
        key: "l",
        href: `/dashboard/${tenant.id}/services`,
        needs: "services.see",
      },
      {
        label: tenant.may.includes("time_off.decide") ? say("Time off") : say("My time off"),
        icon: Palmtree,
        href: `/dashboard/${tenant.id}/time-off`,
        needs: "time_off.ask",
      },
      {
        label: say("Stock"),
        icon: Package,
        key: "k",
        href: `/dashboard/${tenant.id}/stock`,
        needs: "stock.keep",
        below: true,
      },
      {
        label: say("Settings"),
        icon: SlidersHorizontal,
        key: "s",
        href: `/dashboard/${tenant.id}/settings`,
        needs: "settings.see",
        below: true,
      },
      { label: say("Members"), icon: Users, href: `/dashboard/${tenant.id}/members`, needs: "members.see" },
      { label: say("Audit log"), icon: ScrollText, href: `/dashboard/${tenant.id}/audit`, needs: "audit.see" },
      { label: say("Booking page"), icon: Globe, href: `/book/${tenant.slug}`, outside: true },
    ],
  },
];
