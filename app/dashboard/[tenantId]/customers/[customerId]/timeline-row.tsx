"use client";

import {
  Banknote,
  CalendarDays,
  Camera,
  DoorOpen,
  ExternalLink,
  type LucideIcon,
  MessageSquare,
  StickyNote,
} from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { toast } from "sonner";
import { openBooking } from "@/app/_components/bookings/open-booking";
import { StatusBadge } from "@/app/_components/bookings/status-badge";
import { useAct } from "@/app/_components/data/use-act";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import type { BookingStatus } from "@/db/schema/bookings";
import type { TimelineItem } from "@/lib/customers/timeline";
import type { TimelineKind } from "@/lib/customers/timeline-kinds";
import { formatDate, formatMoney, formatTime } from "@/lib/platform/format";
import { openPanel } from "../../members/panel-address";
import { methodWord } from "../../method-words";
import { strikeIt } from "../actions";

const looks: Record<TimelineKind, { icon: LucideIcon; word: string }> = {
  booking: { icon: CalendarDays, word: "Booking" },
  visit: { icon: DoorOpen, word: "Visit" },
  payment: { icon: Banknote, word: "Payment" },
  message: { icon: MessageSquare, word: "Message" },
  note: { icon: StickyNote, word: "Note" },
  photo: { icon: Camera, word: "Photo" },
};

const purposes: Record<string, string> = { deposit: "Deposit", sale: "Paid at the till" };
const channels: Record<string, string> = { sms: "SMS", email: "E-mail", push: "Push" };

/** One thing that happened; it opens where it can be looked at. */
export function TimelineRow({ item, customerId }: { item: TimelineItem; customerId: string }) {
  const { tenant } = useShell();
  const { id, kind, at, status, amountMinor, currency, struck } = item;
  const { icon: Icon, word } = looks[kind];
  return (
    <li className="grid grid-cols-[1.25rem_minmax(0,1fr)_auto] gap-x-3 py-2.5">
      <Icon aria-hidden className="mt-0.5 size-4 text-quiet" />
      <div className="min-w-0">
        <span className="sr-only">{word}: </span>
        <Title item={item} />
        <span className="block text-quiet tabular-nums">
          {[formatDate(at, tenant.timeZone), formatTime(at, tenant.timeZone), beside(item)].filter(Boolean).join(" · ")}
        </span>
      </div>
      <div className="text-right">
        {amountMinor === null || !currency ? null : (
          <span className="block font-medium tabular-nums">{formatMoney(amountMinor, currency)}</span>
        )}
        {kind === "booking" ? <StatusBadge status={status as BookingStatus} className="text-sm" /> : null}
        {kind === "message" ? <span className="text-quiet">{status}</span> : null}
        {kind === "note" && !struck ? <Strike noteId={id} customerId={customerId} /> : null}
      </div>
    </li>
  );
}

/** Who, or on which way. */
function beside({ kind, who, struck }: TimelineItem): string {
  if (kind === "payment") return methodWord(who ?? "");
  if (kind === "message") return channels[who ?? ""] ?? "";
  if (kind === "note") return [who ?? "", struck ? "struck" : ""].filter(Boolean).join(", ");
  return who ?? "";
}

const link = "block font-medium break-words underline decoration-edge underline-offset-4";

function Title({ item: { id, kind, title, struck } }: { item: TimelineItem }) {
  const { tenant } = useShell();
  if (kind === "booking")
    return (
      <a href={`?booking=${id}`} onClick={(event) => openBooking(event, id)} className={link}>
        {title}
      </a>
    );
  if (kind === "visit")
    return (
      <a href={`?visit=${id}`} onClick={(event) => openPanel(event, `?visit=${id}`)} className={link}>
        {title}
      </a>
    );
  if (kind === "payment")
    return (
      <Link href={`/dashboard/${tenant.id}/payments?payment=${id}`} className={link}>
        {purposes[title] ?? title} <ExternalLink aria-hidden className="inline size-3.5" />
      </Link>
    );
  if (kind === "photo") return <span className="block font-medium">New photo</span>;
  const lines = kind === "note" ? "whitespace-pre-line" : "";
  return <span className={`block break-words ${lines} ${struck ? "text-quiet line-through" : ""}`}>{title}</span>;
}

function Strike({ noteId, customerId }: { noteId: string; customerId: string }) {
  const act = useAct("customers");
  const [sure, setSure] = useState(false);
  const strike = async () => {
    const answer = await act((tenantId) => strikeIt(tenantId, { customerId, noteId }));
    if (answer.ok) toast("The note is struck");
    else toast.error(answer.problem);
    setSure(false);
  };
  return (
    <Button kind="bare" onClick={sure ? strike : () => setSure(true)}>
      {sure ? "Yes, strike it" : "Strike"}
    </Button>
  );
}
