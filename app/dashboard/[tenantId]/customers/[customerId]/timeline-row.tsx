"use client";

import {
  Banknote,
  CalendarDays,
  Camera,
  Coins,
  DoorOpen,
  ExternalLink,
  type LucideIcon,
  MessageSquare,
  MessagesSquare,
  ShieldCheck,
  Star,
  StickyNote,
  TicketPercent,
} from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { toast } from "sonner";
import { openBooking } from "@/app/_components/bookings/open-booking";
import { StatusBadge } from "@/app/_components/bookings/status-badge";
import { useAct } from "@/app/_components/data/use-act";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { phrase } from "@/app/_words/phrase";
import type { Phrase, Say } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import type { BookingStatus } from "@/db/schema/bookings";
import type { MessageStatus } from "@/db/schema/notifications";
import type { PointsKind, VoucherOrigin, VoucherStatus } from "@/db/schema/rewards";
import { sourceWords } from "@/lib/customers/consent-words";
import type { TimelineItem } from "@/lib/customers/timeline";
import type { TimelineKind } from "@/lib/customers/timeline-kinds";
import { formatDate, formatMoney, formatTime } from "@/lib/platform/format";
import { originWords, statusWords } from "@/lib/vouchers/rules";
import { openPanel } from "../../members/panel-address";
import { messageKind, messageStateWords } from "../../messages/message-words";
import { methodWord } from "../../method-words";
import { starsOf } from "../../reviews/stars-of";
import { strikeIt } from "../actions";

const looks: Record<TimelineKind, { icon: LucideIcon; word: Phrase }> = {
  booking: { icon: CalendarDays, word: phrase("Booking") },
  visit: { icon: DoorOpen, word: phrase("Visit") },
  payment: { icon: Banknote, word: phrase("Payment") },
  message: { icon: MessageSquare, word: phrase("Message") },
  note: { icon: StickyNote, word: phrase("Note") },
  conversation: { icon: MessagesSquare, word: phrase("Conversation") },
  points: { icon: Coins, word: phrase("Points") },
  voucher: { icon: TicketPercent, word: phrase("Code") },
  review: { icon: Star, word: phrase("Review") },
  consent: { icon: ShieldCheck, word: phrase("What they allow") },
  photo: { icon: Camera, word: phrase("Photo") },
};

const purposes: Record<string, Phrase> = { deposit: phrase("Deposit"), sale: phrase("Paid at the till") };
const pointsWords: Record<PointsKind, Phrase> = {
  earn: phrase("for a paid visit"),
  redeem: phrase("turned in"),
  reverse: phrase("came back, or taken back"),
  expire: phrase("ran out"),
  move: phrase("Brought along by a customer who is the same"),
  adjust: phrase("by hand"),
  referral: phrase("a friend came"),
};
const channels: Record<string, Phrase> = { sms: phrase("SMS"), email: phrase("E-mail"), push: phrase("Push") };

/** One thing that happened; it opens where it can be looked at. */
export function TimelineRow({ item, customerId }: { item: TimelineItem; customerId: string }) {
  const say = useSay();
  const { tenant } = useShell();
  const { id, kind, at, status, failure, count, amountMinor, currency, struck } = item;
  const { icon: Icon, word } = looks[kind];
  return (
    <li className="grid grid-cols-[1.25rem_minmax(0,1fr)_auto] gap-x-3 py-(--row)">
      <Icon aria-hidden className="mt-0.5 size-4 text-quiet" />
      <div className="min-w-0">
        <span className="sr-only">{say(word)}: </span>
        <Title item={item} customerId={customerId} />
        <span className="block text-quiet tabular-nums">
          {[formatDate(at, tenant.timeZone, say.language), formatTime(at, tenant.timeZone), beside(say, item)]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </div>
      <div className="max-w-40 text-right break-words">
        {amountMinor === null || !currency ? null : (
          <span className="block font-medium tabular-nums">{formatMoney(amountMinor, currency)}</span>
        )}
        {kind === "booking" ? <StatusBadge status={status as BookingStatus} className="text-sm" /> : null}
        {kind === "message" ? (
          <span className={failure ? "text-danger" : "text-quiet"}>
            {messageStateWords(say, status as MessageStatus, failure ?? "")}
          </span>
        ) : null}
        {kind === "points" ? (
          <span className="font-medium tabular-nums">{(count ?? 0) > 0 ? `+${count}` : `−${-(count ?? 0)}`}</span>
        ) : null}
        {kind === "voucher" ? (
          <span className="text-quiet">{say.known(statusWords(status as VoucherStatus))}</span>
        ) : null}
        {kind === "note" && !struck ? <Strike noteId={id} customerId={customerId} /> : null}
      </div>
    </li>
  );
}

/** Who, or on which way. */
function beside(say: Say, { kind, who, what, count, struck }: TimelineItem): string {
  const way = channels[who ?? ""];
  switch (kind) {
    case "payment":
      return methodWord(say, who ?? "");
    case "message":
      return [messageKind(say, what ?? ""), way ? say(way) : ""].filter(Boolean).join(", ");
    case "conversation":
      return count === 1 ? "" : say("{count} messages that day", { count: count ?? 0 });
    case "points":
      return say(pointsWords[what as PointsKind]);
    case "voucher":
      return say.known(originWords[what as VoucherOrigin]);
    case "consent":
      return say.known(sourceWords[who as keyof typeof sourceWords]);
    case "note":
      return [who ?? "", struck ? say("struck") : ""].filter(Boolean).join(", ");
    default:
      return who ?? "";
  }
}

const link = "block font-medium break-words underline decoration-edge underline-offset-4";

function Title({ item, customerId }: { item: TimelineItem; customerId: string }) {
  const say = useSay();
  const { tenant } = useShell();
  const { id, kind, title, struck } = item;
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
  const elsewhere = elsewhereOf(say, item, customerId);
  if (elsewhere)
    return (
      <>
        <Link href={`/dashboard/${tenant.id}/${elsewhere.path}`} className={link}>
          {elsewhere.words} <ExternalLink aria-hidden className="inline size-3.5" />
        </Link>
        {elsewhere.quote ? <span className="block break-words">{elsewhere.quote}</span> : null}
      </>
    );
  if (kind === "photo") return <span className="block font-medium">{say("New photo")}</span>;
  if (kind === "points") return <span className="block font-medium break-words">{title || say("Points")}</span>;
  const lines = kind === "note" ? "whitespace-pre-line" : "";
  return <span className={`block break-words ${lines} ${struck ? "text-quiet line-through" : ""}`}>{title}</span>;
}

/** What is looked at on a page of its own, below the business's; nothing for what is all here. */
function elsewhereOf(
  say: Say,
  item: TimelineItem,
  customerId: string,
): { path: string; words: string; quote?: string } | null {
  const { id, kind, title, who, opens, status, count } = item;
  switch (kind) {
    case "payment":
      return { path: `payments?payment=${id}`, words: purposes[title] ? say(purposes[title]) : title };
    case "conversation":
      return {
        path: `conversations/${opens}`,
        words: who === "customer" ? say("Wrote to you") : say("You wrote"),
        quote: title || say("Erased"),
      };
    case "points":
      return opens ? { path: `rewards/codes?code=${opens}`, words: title || say("Points") } : null;
    case "voucher":
      return { path: `rewards/codes?code=${id}`, words: title };
    case "review":
      return { path: `reviews?review=${id}`, words: starsOf(say, count ?? 0), quote: title };
    case "consent":
      return {
        path: `customers/${customerId}/privacy`,
        words: say(allowedWords(status === "yes", title === "photos")),
      };
    default:
      return null;
  }
}

const allowedWords = (isYes: boolean, isPhotos: boolean): Phrase =>
  isPhotos
    ? isYes
      ? phrase("Allowed showing photos")
      : phrase("Did not allow showing photos")
    : isYes
      ? phrase("Allowed offers and news")
      : phrase("Did not allow offers and news");

function Strike({ noteId, customerId }: { noteId: string; customerId: string }) {
  const say = useSay();
  const act = useAct("customers");
  const [sure, setSure] = useState(false);
  const strike = async () => {
    const answer = await act((tenantId) => strikeIt(tenantId, { customerId, noteId }));
    if (answer.ok) toast(say("The note is struck"));
    else toast.error(answer.problem);
    setSure(false);
  };
  return (
    <Button kind="bare" onClick={sure ? strike : () => setSure(true)}>
      {sure ? say("Yes, strike it") : say("Strike")}
    </Button>
  );
}
