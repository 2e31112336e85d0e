"use client";

import { useState } from "react";
import { useAct } from "@/app/_components/data/use-act";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { useSend } from "@/app/_components/forms/use-send";
import { useNow, useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";
import type { BookingFacts } from "@/lib/bookings/get-booking";
import { holdMinutes, mayPropose } from "@/lib/bookings/rules";
import { formatDayTime, formatMoney } from "@/lib/platform/format";
import { WaiveForm } from "./ask-form";
import { DepositDue } from "./deposit-due";
import { extend, waive } from "./desk-actions";
import { HeldUntil } from "./held-until";
import { useKeep } from "./use-step";

/** What stands beside a booking's facts when there is any of it: that it is held, overbooked, proposed or asked elsewhere, or costs a fee. */
export function BookingExtras({ booking }: { booking: BookingFacts }) {
  const say = useSay();
  const { tenant } = useShell();
  const now = useNow();
  const { proposals, fee, overbooked, overbookedWhy, asked, status } = booking;
  return (
    <div className="grid gap-3 empty:hidden">
      {overbooked ? (
        <p>
          <span className="font-medium text-requested">{say("Overbooked: it lies over another booking.")}</span>
          {overbookedWhy ? <span className="break-words text-quiet"> “{overbookedWhy}”</span> : null}
        </p>
      ) : null}
      {asked && mayPropose(booking, new Date(now)) ? <Asked booking={booking} /> : null}
      {status === "held" && booking.deposit === "due" ? <DepositDue booking={booking} /> : null}
      {status === "held" ? <Held booking={booking} /> : null}
      {proposals.length > 0 ? (
        <section aria-label={say("Proposed")}>
          <p className="text-quiet">{say("Proposed instead, until the customer answers:")}</p>
          <ul className="tabular-nums">
            {proposals.map(({ id, startsAt, staffName, expiresAt }) => (
              <li key={id}>
                {say("{when} with {staff}", {
                  when: formatDayTime(startsAt, tenant.timeZone, say.language),
                  staff: staffName,
                })}
                <span className="text-quiet">
                  {" "}
                  · {say("kept until {when}", { when: formatDayTime(expiresAt, tenant.timeZone, say.language) })}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {fee ? <Fee id={booking.id} fee={fee} /> : null}
    </div>
  );
}

/** They have been asked to choose another time; the house may say that it can keep it after all. */
function Asked({ booking }: { booking: BookingFacts }) {
  const say = useSay();
  const { tenant } = useShell();
  const keep = useKeep();
  const [problem, setProblem] = useState("");
  return (
    <section aria-label={say("Asked for another time")} className="grid gap-2">
      <p className="text-requested">
        {say("Asked to choose another time, {when}. No answer yet.", {
          when: formatDayTime(booking.asked!.at, tenant.timeZone, say.language),
        })}
      </p>
      {tenant.may.includes("bookings.move") ? (
        <Button className="justify-self-start" onClick={async () => setProblem((await keep(booking)) ?? "")}>
          {say("Keep as booked")}
        </Button>
      ) : null}
      <ProblemLine>{problem}</ProblemLine>
    </section>
  );
}

function Held({ booking: { id, expiresAt } }: { booking: BookingFacts }) {
  const say = useSay();
  const { tenant } = useShell();
  const act = useAct("bookings");
  const [problem, setProblem] = useState("");
  const longer = async (minutes: number) => {
    const answer = await act((tenantId) => extend(tenantId, { id, minutes }));
    setProblem(answer.ok ? "" : answer.problem);
  };
  return (
    <section aria-label={say("Held")} className="grid gap-2">
      <p className="tabular-nums">
        <HeldUntil expiresAt={expiresAt} />
      </p>
      {tenant.may.includes("bookings.place") ? (
        <div className="flex flex-wrap gap-2">
          {holdMinutes.map((minutes) => (
            <Button key={minutes} onClick={() => longer(minutes)}>
              {minutes < 60 ? say("Hold {minutes} min from now", { minutes }) : say("Hold 1 h from now")}
            </Button>
          ))}
        </div>
      ) : null}
      <ProblemLine>{problem}</ProblemLine>
    </section>
  );
}

function Fee({ id, fee }: { id: string; fee: NonNullable<BookingFacts["fee"]> }) {
  const say = useSay();
  const { tenant } = useShell();
  const act = useAct("bookings");
  const [asking, setAsking] = useState(false);
  const { busy, problem, onSubmit, errorOf } = useSend(
    ({ reason }) => act((tenantId) => waive(tenantId, { id, reason })),
    () => setAsking(false),
  );
  const amount = formatMoney(fee.amountMinor, fee.currency);
  const isLate = fee.kind === "late_cancel";
  const kept =
    fee.fromDepositMinor > 0
      ? say("{amount} is kept from the deposit.", { amount: formatMoney(fee.fromDepositMinor, fee.currency) })
      : "";
  const rest = formatMoney(fee.amountMinor - fee.fromDepositMinor, fee.currency);
  const waived = isLate
    ? say("{amount} for cancelling late is waived:", { amount })
    : say("{amount} for not coming is waived:", { amount });
  const isOwed = fee.status === "owed";
  return (
    <section aria-label={say("Fee")} className="grid gap-2">
      {isOwed ? (
        <p className="font-medium">
          {kept ? `${kept} ` : ""}
          {isLate ? say("Owes {rest} for cancelling late", { rest }) : say("Owes {rest} for not coming", { rest })}
        </p>
      ) : fee.status === "kept" ? (
        <p>
          {isLate
            ? say("{amount} for cancelling late is kept from the deposit.", { amount })
            : say("{amount} for not coming is kept from the deposit.", { amount })}
        </p>
      ) : (
        <p>
          {kept ? `${kept} ${say("The rest is waived:")}` : waived}{" "}
          <span className="break-words text-quiet">“{fee.reason}”</span>
        </p>
      )}
      {!isOwed && !kept ? null : asking ? (
        <WaiveForm
          onSubmit={onSubmit}
          busy={busy}
          problem={problem}
          errorOf={errorOf}
          onLeave={() => setAsking(false)}
          givesBack={!isOwed}
        />
      ) : tenant.may.includes("fees.waive") ? (
        <Button className="justify-self-start" onClick={() => setAsking(true)}>
          {isOwed ? say("Waive the fee") : say("Give back what is kept")}
        </Button>
      ) : null}
    </section>
  );
}
