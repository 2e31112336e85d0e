"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useState } from "react";
import { useAct } from "@/app/_components/data/use-act";
import { useDoing } from "@/app/_components/data/use-doing";
import { faultWords } from "@/app/_components/forms/fault-words";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { Section } from "@/app/_components/section";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { useSay } from "@/app/_words/use-say";
import type { StillOpen } from "@/lib/closing/rules";
import { cancelAll, closeHouse } from "./actions";
import { openWords } from "./open-words";

type Props = { name: string; closesOn: string; open: StillOpen; isCancelling: boolean };

const lookMs = 2_000;

/** What closing means, what stands in its way, and doing it. */
export function CloseSection({ name, closesOn, open, isCancelling }: Props) {
  const say = useSay();
  const left = openWords(say, open);
  return (
    <Section
      title={say("Close the business")}
      about={say("For good. Take everything with you first, as one file, above.")}
    >
      <ul className="grid list-disc gap-1.5 pl-5">
        <li>{say("Nothing can be booked from that moment on, and your public page says that you have closed.")}</li>
        <li>
          {say("You and your colleagues can read and export everything until {closesOn}, and change nothing.", {
            closesOn,
          })}
        </li>
        <li>{say("Until then one click keeps the business, and everything is as it was.")}</li>
        <li>{say("Then all of it is deleted: bookings, customers, money, pictures, messages and the audit log.")}</li>
        <li>{say("M-Pesa money that is on its way still arrives and is written down. Your logins stay yours.")}</li>
      </ul>
      {left.length > 0 ? (
        <div className="grid gap-1.5">
          <p className="font-medium">{say("Still open, and not settled by closing:")}</p>
          <ul className="grid list-disc gap-1 pl-5">
            {left.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {open.bookings > 0 ? <CancelFirst open={open} isCancelling={isCancelling} /> : <CloseForm name={name} />}
    </Section>
  );
}

/** Nobody is left to find out at the door. */
function CancelFirst({ open: { bookings, underWay }, isCancelling }: Pick<Props, "open" | "isCancelling">) {
  const say = useSay();
  const { tenant } = useShell();
  const { busy, problem, run } = useDoing(useAct("bookings"));
  const router = useRouter();
  const free = bookings - underWay;
  useEffect(() => {
    if (!isCancelling) return;
    const look = setInterval(() => router.refresh(), lookMs);
    return () => clearInterval(look);
  }, [isCancelling, router]);
  const begin = async () => {
    if (await run((tenantId) => cancelAll(tenantId, {}))) router.refresh();
  };
  return (
    <div className="grid gap-3">
      <p>
        {say.rich(
          "<link>{bookings, plural, one {A booking is still to come} other {{bookings} bookings are still to come}}</link>: cancel them first, so that nobody stands before a closed door. Whoever booked is told, and gets back what they paid.",
          {
            bookings,
            link: (words) => (
              <Link href={`/dashboard/${tenant.id}/bookings`} className="font-medium underline underline-offset-4">
                {words}
              </Link>
            ),
          },
        )}
        {underWay > 0
          ? ` ${say("{underWay, plural, one {One of them is} other {{underWay} of them are}} here now: finish first.", { underWay })}`
          : ""}
      </p>
      <p role="status" className="tabular-nums empty:hidden">
        {isCancelling
          ? say(
              "{free, plural, one {Being cancelled: one is left.} other {Being cancelled: {free} are left.}} You may leave this page; it goes on.",
              { free },
            )
          : ""}
      </p>
      {free > 0 && !isCancelling ? (
        <Button className="justify-self-start text-danger" aria-disabled={busy} onClick={begin}>
          {say(
            "{free, plural, one {Cancel it and tell the customer} other {Cancel all {free} and tell the customers}}",
            { free },
          )}
        </Button>
      ) : null}
      <ProblemLine>{problem}</ProblemLine>
    </div>
  );
}

function CloseForm({ name }: { name: string }) {
  const say = useSay();
  const act = useAct("settings");
  const router = useRouter();
  const [typed, setTyped] = useState("");
  const [state, setState] = useState({ busy: false, problem: "", fault: "" });
  const close = async (event: FormEvent) => {
    event.preventDefault();
    if (state.busy) return;
    setState({ busy: true, problem: "", fault: "" });
    const answer = await act((tenantId) => closeHouse(tenantId, { name: typed }));
    if (answer.ok) return router.refresh();
    const fault = answer.fields?.name?.[0];
    setState({
      busy: false,
      problem: fault ? "" : answer.problem,
      fault: fault ? faultWords(say, say("Name"), fault) : "",
    });
  };
  return (
    <form onSubmit={close} noValidate className="grid max-w-120 gap-4">
      <Field
        name="name"
        label={say("Type the name of the business")}
        help={say("It is called “{name}”.", { name })}
        error={state.fault || undefined}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        autoComplete="off"
      />
      <ProblemLine>{state.problem}</ProblemLine>
      <Button type="submit" size="large" className="justify-self-start text-danger" aria-disabled={state.busy}>
        {state.busy ? say("Closing") : say("Close the business")}
      </Button>
    </form>
  );
}
