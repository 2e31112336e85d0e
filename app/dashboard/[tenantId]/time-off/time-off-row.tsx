"use client";

import { Ban, Check, Clock, type LucideIcon, Undo2 } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { useAct } from "@/app/_components/data/use-act";
import { useNow, useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { phrase } from "@/app/_words/phrase";
import type { Phrase } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import type { TimeOffStatus } from "@/db/schema/hours";
import type { TimeOffItem } from "@/lib/staff/list-time-off";
import { timeOffWords } from "@/lib/staff/time-off-words";
import { useLooked } from "../use-looked";
import { decide, withdraw } from "./actions";

const looks: Record<TimeOffStatus, { icon: LucideIcon; word: Phrase; by?: Phrase; colour: string }> = {
  asked: { icon: Clock, word: phrase("Waiting"), colour: "text-requested" },
  approved: { icon: Check, word: phrase("Approved"), by: phrase("Approved by {name}"), colour: "text-confirmed" },
  declined: { icon: Ban, word: phrase("Declined"), by: phrase("Declined by {name}"), colour: "text-cancelled" },
  withdrawn: { icon: Undo2, word: phrase("Taken back"), by: phrase("Taken back by {name}"), colour: "text-cancelled" },
};

/** Somebody's time off with what can be done about it. */
export function TimeOffRow({ item }: { item: TimeOffItem }) {
  const say = useSay();
  const { tenant } = useShell();
  const now = useNow();
  const { staffName, status, from, to, reason, answer, decidedBy, bookings } = item;
  const { icon: Icon, word, by, colour } = looks[status];
  const decides = tenant.may.includes("time_off.decide");
  const isOver = Date.parse(to) <= Date.parse(now);
  const mayGo = !isOver && (status === "asked" || (status === "approved" && decides));
  const said = [reason, answer && `“${answer}”`, by && decidedBy && say(by, { name: decidedBy })];
  return (
    <li data-time-off={item.id} className="grid gap-2 border-b px-4 py-(--row) md:px-6 xl:pl-8">
      <div className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-0.5 md:grid-cols-[12rem_minmax(0,1fr)_auto]">
        <span className="truncate font-medium">
          {decides ? staffName : timeOffWords(from, to, tenant.timeZone, say.language)}
        </span>
        {decides ? (
          <span className="order-last col-span-2 tabular-nums md:order-none md:col-span-1">
            {timeOffWords(from, to, tenant.timeZone, say.language)}
          </span>
        ) : (
          <span className="hidden md:block" />
        )}
        <span className={`flex items-center gap-1.5 ${colour}`}>
          <Icon aria-hidden className="size-4" />
          {say(word)}
        </span>
      </div>
      {said.some(Boolean) ? <p className="max-w-[68ch] text-quiet">{said.filter(Boolean).join(" · ")}</p> : null}
      {decides && bookings > 0 && !isOver && (status === "asked" || status === "approved") ? (
        <p className="text-requested">
          {say("{bookings, plural, one {One booking lies} other {# bookings lie}} in it.", { bookings })}
        </p>
      ) : null}
      {mayGo ? <Steps item={item} decides={decides} /> : null}
    </li>
  );
}

function Steps({ item, decides }: { item: TimeOffItem; decides: boolean }) {
  const say = useSay();
  const act = useAct("time-off");
  const { looked, dialog } = useLooked(say("Approve anyway"));
  const [busy, setBusy] = useState(false);
  const [declining, setDeclining] = useState(false);
  const [answer, setAnswer] = useState("");
  const { id, staffName, status } = item;
  const go = async (to: "approved" | "declined") => {
    setBusy(true);
    const done = await act((tenantId) => looked((look) => decide(tenantId, { id, to: { to, answer, ...look } })));
    setBusy(false);
    if (done.ok)
      toast(to === "approved" ? say("{staffName} has the time off", { staffName }) : say("Declined"), {
        description: say("They are told."),
      });
    else if (done.problem) toast(done.problem);
  };
  const takeBack = async () => {
    setBusy(true);
    const done = await act((tenantId) => withdraw(tenantId, { id }));
    setBusy(false);
    toast(done.ok ? say("Taken back") : done.problem);
  };
  return (
    <>
      {declining ? (
        <form
          className="grid max-w-120 gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            void go("declined");
          }}
        >
          <Field
            name="answer"
            id={`answer-${id}`}
            label={say("Why not")}
            help={say("They read it.")}
            value={answer}
            onChange={(event) => setAnswer(event.target.value)}
            maxLength={160}
            autoComplete="off"
            autoFocus
          />
          <div className="flex gap-2">
            <Button type="submit" className="text-danger" disabled={busy}>
              {say("Decline")}
            </Button>
            <Button kind="bare" onClick={() => setDeclining(false)}>
              {say("Not yet")}
            </Button>
          </div>
        </form>
      ) : (
        <div className="flex flex-wrap gap-2">
          {decides && status === "asked" ? (
            <>
              <Button
                disabled={busy}
                onClick={() => void go("approved")}
                aria-label={say("Approve: {staffName}", { staffName })}
              >
                {say("Approve")}
              </Button>
              <Button
                disabled={busy}
                onClick={() => setDeclining(true)}
                aria-label={say("Decline: {staffName}", { staffName })}
              >
                {say("Decline")}
              </Button>
            </>
          ) : (
            <Button kind="bare" className="-ml-3" disabled={busy} onClick={() => void takeBack()}>
              {say("Take back")}
            </Button>
          )}
        </div>
      )}
      {dialog}
    </>
  );
}
