import {
  Ban,
  CheckCheck,
  CircleCheck,
  CirclePlay,
  CircleX,
  HandCoins,
  Hourglass,
  LogIn,
  type LucideIcon,
  Timer,
  TimerOff,
  UserX,
} from "lucide-react";
import { phrase } from "@/app/_words/phrase";
import type { Phrase } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import type { BookingItem } from "@/lib/bookings/list-next";
import { cn } from "../ui/cn";

const over = "text-cancelled line-through";

const looks: Record<BookingItem["status"], { word: Phrase; icon: LucideIcon; look: string }> = {
  requested: { word: phrase("Requested"), icon: Hourglass, look: "text-requested" },
  held: { word: phrase("Held"), icon: Timer, look: "text-requested" },
  confirmed: { word: phrase("Confirmed"), icon: CircleCheck, look: "text-confirmed" },
  arrived: { word: phrase("Arrived"), icon: LogIn, look: "text-arrived" },
  in_service: { word: phrase("In service"), icon: CirclePlay, look: "text-in-service" },
  completed: { word: phrase("Completed"), icon: CheckCheck, look: "text-completed" },
  no_show: { word: phrase("No-show"), icon: UserX, look: "text-no-show" },
  cancelled: { word: phrase("Cancelled"), icon: CircleX, look: over },
  rejected: { word: phrase("Rejected"), icon: Ban, look: over },
  expired: { word: phrase("Expired"), icon: TimerOff, look: over },
};

/** The word alone, in a line of others. */
export const statusWord = (status: BookingItem["status"]): Phrase => looks[status].word;

/** The icon alone, where its word is said beside it. */
export function StatusIcon({ status }: { status: BookingItem["status"] }) {
  const { icon: Icon, look } = looks[status];
  return <Icon aria-hidden className={cn("size-3.5 shrink-0", look)} />;
}

/** Held until it is paid. */
const awaiting: typeof looks.held = { word: phrase("Waiting for deposit"), icon: HandCoins, look: "text-requested" };

type Props = { status: BookingItem["status"]; deposit?: BookingItem["deposit"]; className?: string };

/** A booking's state: an icon, a word and a colour, never the colour alone. */
export function StatusBadge({ status, deposit, className }: Props) {
  const say = useSay();
  const { word, icon: Icon, look } = status === "held" && deposit === "due" ? awaiting : looks[status];
  return (
    <span className={cn("inline-flex items-center gap-1.5 font-medium whitespace-nowrap", look, className)}>
      <Icon aria-hidden className="size-4 shrink-0" />
      {say(word)}
    </span>
  );
}
