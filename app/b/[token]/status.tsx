import type { ReactNode } from "react";
import { Check, Clock, Cross } from "@/app/book/_parts/icons";
import { readablePhone } from "@/app/book/_parts/words";
import type { Ticket } from "@/lib/bookings/get-ticket";

type Status = Ticket["status"];
type Look = { word: string; colour: string; icon: ReactNode };

const looks: Record<Status, Look> = {
  confirmed: { word: "Confirmed", colour: "text-confirmed", icon: <Check size={24} /> },
  held: { word: "Kept for you", colour: "text-requested", icon: <Clock /> },
  requested: { word: "Waiting for a yes", colour: "text-requested", icon: <Clock /> },
  arrived: { word: "You are here", colour: "text-arrived", icon: <Check size={24} /> },
  in_service: { word: "In service", colour: "text-in-service", icon: <Check size={24} /> },
  completed: { word: "Completed", colour: "text-completed", icon: <Check size={24} /> },
  no_show: { word: "Missed", colour: "text-no-show", icon: <Cross /> },
  cancelled: { word: "Cancelled", colour: "text-cancelled", icon: <Cross /> },
  rejected: { word: "Not possible", colour: "text-cancelled", icon: <Cross /> },
  expired: { word: "Expired", colour: "text-cancelled", icon: <Cross /> },
};

/** Where the house cannot keep what it had promised. */
const asked: Look = { word: "Needs another time", colour: "text-requested", icon: <Clock /> };

const unpaid: Look = { word: "Waiting for the deposit", colour: "text-requested", icon: <Clock /> };

type Mark = { status: Status; isAsked: boolean; isUnpaid: boolean };

/** The state as icon, word and colour, never colour alone. */
export function StatusMark({ status, isAsked, isUnpaid }: Mark) {
  const { word, colour, icon } = isAsked ? asked : isUnpaid ? unpaid : looks[status];
  return (
    <p className={`flex items-center gap-2 font-semibold ${colour}`}>
      {icon}
      {word}
    </p>
  );
}

/** Whether the promise still holds, and what to do about it. */
export function statusOf(status: Status, { name, phone }: Ticket["tenant"]): { over: boolean; note: string } {
  const call = `${name}, ${readablePhone(phone)}`;
  switch (status) {
    case "requested":
      return { over: false, note: `${name} will answer soon. Questions? Call ${readablePhone(phone)}.` };
    case "held":
      return { over: false, note: `It is yours once you book it. Questions? Call ${readablePhone(phone)}.` };
    case "confirmed":
      return {
        over: false,
        note: `Keep this page or take a screenshot. Questions? Call ${readablePhone(phone)}.`,
      };
    case "arrived":
    case "in_service":
    case "completed":
      return { over: false, note: `Thank you for coming. Questions? Call ${call}.` };
    default:
      return { over: true, note: `This booking no longer stands. Questions? Call ${call}.` };
  }
}
