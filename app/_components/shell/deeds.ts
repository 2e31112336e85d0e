import {
  Banknote,
  CalendarPlus,
  Hourglass,
  type LucideIcon,
  Palmtree,
  ReceiptText,
  Scissors,
  Ticket,
  UserPlus,
  UserRound,
  Users,
} from "lucide-react";
import type { Say } from "@/app/_words/say";
import type { Permission } from "@/lib/auth/permissions";
import type { Whose } from "./places";

/** Something that begins with one press, from wherever one is. */
export type Deed = { label: string; icon: LucideIcon; href: string; needs: Permission; key?: string };

/** What the house does most, for whoever may. */
export function deedsOf(say: Say, tenant: Whose): Deed[] {
  const at = (path: string) => `/dashboard/${tenant.id}/${path}`;
  const all: Deed[] = [
    {
      label: say("New booking"),
      icon: CalendarPlus,
      href: at("bookings?add=booking"),
      needs: "bookings.place",
      key: "n",
    },
    { label: say("Walk-in"), icon: Ticket, href: at("bookings?add=walk-in"), needs: "bookings.place" },
    { label: say("New customer"), icon: UserPlus, href: at("customers?add=new"), needs: "customers.manage" },
    { label: say("New sale"), icon: Banknote, href: at("till?checkout=new"), needs: "till.use" },
    { label: say("Add to the waitlist"), icon: Hourglass, href: at("waitlist?add=waiting"), needs: "waitlist.keep" },
    { label: say("Ask for time off"), icon: Palmtree, href: at("time-off?add=new"), needs: "time_off.ask" },
    { label: say("New expense"), icon: ReceiptText, href: at("expenses?expense=new"), needs: "expenses.pay" },
    { label: say("New service"), icon: Scissors, href: at("services?service=new"), needs: "services.manage" },
    { label: say("Add a staff profile"), icon: UserRound, href: at("staff?add=new"), needs: "staff.manage" },
    { label: say("Invite a member"), icon: Users, href: at("members?invite=new"), needs: "members.manage" },
  ];
  return all.filter(({ needs }) => tenant.may.includes(needs));
}
