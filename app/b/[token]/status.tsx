import type { ReactNode } from "react";
import { Check, Clock, Cross } from "@/app/book/_parts/icons";
import { readablePhone } from "@/app/book/_parts/words";
import type { Ticket } from "@/lib/bookings/get-ticket";
import type { TicketWords } from "./words";

type Status = Ticket["status"];
type Look = { colour: string; icon: ReactNode };

const looks: Record<Status, Look> = {
  confirmed: { colour: "text-confirmed", icon: <Check size={24} /> },
  held: { colour: "text-requested", icon: <Clock /> },
  requested: { colour: "text-requested", icon: <Clock /> },
  arrived: { colour: "text-arrived", icon: <Check size={24} /> },
  in_service: { colour: "text-in-service", icon: <Check size={24} /> },
  completed: { colour: "text-completed", icon: <Check size={24} /> },
  no_show: { colour: "text-no-show", icon: <Cross /> },
  cancelled: { colour: "text-cancelled", icon: <Cross /> },
  rejected: { colour: "text-cancelled", icon: <Cross /> },
  expired: { colour: "text-cancelled", icon: <Cross /> },
};

/** Where the house cannot keep what it had promised. */
const asked: Look = { colour: "text-requested", icon: <Clock /> };

const unpaid: Look = { colour: "text-requested", icon: <Clock /> };

type Mark = { status: Status; isAsked: boolean; isUnpaid: boolean; words: TicketWords };

/** The state as icon, word and colour, never colour alone. */
export function StatusMark({ status, isAsked, isUnpaid, words }: Mark) {
  const { colour, icon } = isAsked ? asked : isUnpaid ? unpaid : looks[status];
  return (
    <p className={`flex items-center gap-2 font-semibold ${colour}`}>
      {icon}
      {isAsked ? words.asked : isUnpaid ? words.unpaid : words[status]}
    </p>
  );
}

/** Whether the promise still holds, and what to do about it. */
export function statusOf(
  status: Status,
  { name, phone }: Ticket["tenant"],
  words: TicketWords,
): { over: boolean; note: string } {
  const call = words.call(readablePhone(phone));
  const callHouse = words.callHouse(name, readablePhone(phone));
  switch (status) {
    case "requested":
      return { over: false, note: `${words.answersSoon(name)} ${call}` };
    case "held":
      return { over: false, note: `${words.yoursOnceBooked} ${call}` };
    case "confirmed":
      return { over: false, note: `${words.keepPage} ${call}` };
    case "arrived":
    case "in_service":
    case "completed":
      return { over: false, note: `${words.thanks} ${callHouse}` };
    default:
      return { over: true, note: `${words.standsNot} ${callHouse}` };
  }
}
