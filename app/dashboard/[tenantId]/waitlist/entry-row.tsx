"use client";

import Link from "next/link";
import { useState } from "react";
import { toast } from "sonner";
import { openBooking } from "@/app/_components/bookings/open-booking";
import { useAct } from "@/app/_components/data/use-act";
import { useNow, useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";
import { useSay } from "@/app/_words/use-say";
import { formatDate, formatDayTime } from "@/lib/platform/format";
import { minuteWords } from "@/lib/services/rules";
import type { WaitingEntry } from "@/lib/waitlist/list-waitlist";
import { windowWords } from "@/lib/waitlist/window-words";
import { takeOff } from "./actions";

/** One who waits: for what, when they can come, and what they are asked about now. */
export function EntryRow({ entry }: { entry: WaitingEntry }) {
  const say = useSay();
  const { tenant } = useShell();
  const now = useNow();
  const act = useAct("waitlist");
  const { id, name, phone, serviceName, staffName, windows, createdAt, source, unanswered, offer } = entry;
  const [asking, setAsking] = useState(false);
  const remove = async () => {
    setAsking(false);
    const answer = await act((tenantId) => takeOff(tenantId, { id }));
    toast(answer.ok ? say("{name} is off the list", { name }) : answer.problem);
  };
  const since = formatDate(createdAt, tenant.timeZone, say.language);
  const left = offer ? Math.max(0, Math.round((Date.parse(offer.expiresAt) - Date.parse(now)) / 60_000)) : 0;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 border-t py-3 first:border-t-0">
      <div className="grid min-w-0 gap-0.5">
        <p>
          <span className="font-medium">{name}</span>{" "}
          {phone ? (
            <a href={`tel:${phone}`} className="text-quiet tabular-nums underline-offset-4 hover:underline">
              {phone}
            </a>
          ) : (
            <span className="text-quiet">{say("no phone")}</span>
          )}
        </p>
        <p>
          {staffName
            ? say("{service} with {staffName}", { service: serviceName, staffName })
            : say("{service} with anyone", { service: serviceName })}
        </p>
        <ul className="tabular-nums">
          {windows.map((window) => (
            <li key={`${window.from} ${window.to} ${window.fromMinute}`}>{windowWords(window, say.language)}</li>
          ))}
        </ul>
        <p className="text-quiet">
          {source === "public"
            ? say("Since {day}, from your page", { day: since })
            : say("Since {day}, from the desk", { day: since })}
          {unanswered > 0 ? ` · ${say("let one offer run out")}` : ""}
        </p>
        {offer ? (
          <p className="text-requested tabular-nums">
            {offer.isRequest
              ? say("Waits for your yes to {when} with {staffName}.", {
                  when: formatDayTime(offer.startsAt, tenant.timeZone, say.language),
                  staffName: offer.staffName,
                })
              : say("Asked about {when} with {staffName}: {left} to answer.", {
                  when: formatDayTime(offer.startsAt, tenant.timeZone, say.language),
                  staffName: offer.staffName,
                  left: minuteWords(left, say.language),
                })}{" "}
            <Link
              href={`?booking=${offer.bookingId}`}
              scroll={false}
              onClick={(event) => openBooking(event, offer.bookingId)}
              className="underline underline-offset-4"
            >
              {say("Open")}
            </Link>
          </p>
        ) : null}
      </div>
      <Button onClick={() => setAsking(true)} aria-label={say("Take {name} off the list", { name })}>
        {say("Take off")}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={say("Take {name} off the waitlist?", { name })}
        about={[
          phone ? say("They are told.") : say("They have no phone: tell them yourself."),
          offer ? say("The time that is kept for them goes to the next.") : "",
        ]
          .filter(Boolean)
          .join(" ")}
      >
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={() => setAsking(false)}>{say("{of, select, other {Keep}}", { of: "person" })}</Button>
          <Button kind="primary" onClick={() => void remove()}>
            {say("Take off")}
          </Button>
        </div>
      </Dialog>
    </li>
  );
}
