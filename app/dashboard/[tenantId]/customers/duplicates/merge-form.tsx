"use client";

import Link from "next/link";
import { toast } from "sonner";
import { useAct } from "@/app/_components/data/use-act";
import { SendOrCancel } from "@/app/_components/forms/send-or-cancel";
import { useSend } from "@/app/_components/forms/use-send";
import { useShell } from "@/app/_components/shell/shell-context";
import { phrase } from "@/app/_words/phrase";
import type { Phrase } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import { both, type Choice, choices } from "@/lib/records/merge-rules";
import type { MergePreview, Side } from "@/lib/records/preview-merge";
import { customersAddress } from "../customer-keys";
import { makeOne } from "../record-actions";

type Props = { preview: MergePreview; onDone(): void };

/** Which of two values stays, what goes over, and the go. */
export function MergeForm({ preview: { kept, gone, moves }, onDone }: Props) {
  const say = useSay();
  const { tenant } = useShell();
  const act = useAct("customers");
  // What only one of them has is kept without a question.
  const open = choices.filter(([field]) => kept[field] && gone[field] && kept[field] !== gone[field]);
  const { busy, problem, onSubmit } = useSend(
    (chosen) =>
      act((tenantId) =>
        makeOne(tenantId, {
          ...{ keptId: kept.id, goneId: gone.id },
          take: open.flatMap(([field]) => (chosen[field] === "gone" ? [field] : [])),
        }),
      ),
    () => {
      toast(say("They are one customer now"));
      onDone();
    },
  );
  return (
    <form onSubmit={onSubmit} noValidate aria-label={say("Make them one")} className="grid gap-6">
      <p>
        {say.rich("<name>{kept}</name> is kept; <name>{gone}</name> goes over to them.", {
          ...{ kept: kept.name, gone: gone.name },
          name: (chunks) => <span className="font-semibold">{chunks}</span>,
        })}{" "}
        <Link
          href={customersAddress(tenant.id, `/duplicates?keep=${gone.id}&with=${kept.id}`)}
          replace
          className="whitespace-nowrap underline underline-offset-4"
        >
          {say("The other way round")}
        </Link>
      </p>
      {open.map(([field, label]) => (
        <Between key={field} field={field} label={say.known(label)} kept={kept} gone={gone} />
      ))}
      <Together label={say("Allergies, of both")} text={both(kept.allergies, gone.allergies)} />
      <Together label={say("Notes, of both")} text={both(kept.notes, gone.notes)} />
      <section aria-label={say("What goes over")} className="grid gap-1">
        <h3 className="font-semibold">{say("What goes over")}</h3>
        {moves.length === 0 ? <p className="text-quiet">{say("Nothing but what is above.")}</p> : null}
        <ul>
          {moves.map(({ what, rows }) => (
            <li key={what} className="tabular-nums">
              {moveWords[what] ? say(moveWords[what], { rows }) : `${rows} ${what.replaceAll("_", " ")}`}
            </li>
          ))}
        </ul>
      </section>
      <SendOrCancel problem={problem} busy={busy} word={say("Make them one")} onCancel={onDone} />
    </form>
  );
}

const moveWords: Record<string, Phrase> = {
  consents: phrase("{rows} words on what they allow"),
  queue_tickets: phrase("{rows} places in the queue"),
  waitlist_entries: phrase("{rows} places on the waitlist"),
  customer_notes: phrase("{rows} notes"),
  customer_favourites: phrase("{rows} favourite services"),
  booking_handovers: phrase("{rows} bookings handed over"),
  referral_codes: phrase("{rows} code for friends"),
  referrals: phrase("{rows} friends by that code"),
  review_requests: phrase("{rows} visits to be told of"),
  customer_browsers: phrase("{rows} customer browsers"),
  bookings: phrase("{rows} bookings"),
  visits: phrase("{rows} visits"),
  sales: phrase("{rows} sales"),
  payments: phrase("{rows} payments"),
  refunds: phrase("{rows} refunds"),
  messages: phrase("{rows} messages"),
  notifications: phrase("{rows} notifications"),
  reviews: phrase("{rows} reviews"),
  conversations: phrase("{rows} conversations"),
  vouchers: phrase("{rows} vouchers"),
  campaign_recipients: phrase("{rows} campaign recipients"),
  miss_you_letters: phrase("{rows} miss you letters"),
  booking_fees: phrase("{rows} booking fees"),
};

type Two = { field: Choice; label: string; kept: Side; gone: Side };

const Between = ({ field, label, kept, gone }: Two) => (
  <fieldset className="grid gap-1">
    <legend className="font-medium">{label}</legend>
    {(["kept", "gone"] as const).map((side) => (
      <label key={side} className="flex min-h-11 items-center gap-2">
        <input
          type="radio"
          name={field}
          value={side}
          defaultChecked={side === "kept"}
          className="size-4 accent-accent"
        />
        <span className="min-w-0 break-words">{(side === "kept" ? kept : gone)[field]}</span>
      </label>
    ))}
  </fieldset>
);

/** Of these nothing is chosen and nothing is dropped. */
const Together = ({ label, text }: { label: string; text: string }) =>
  text === "" ? null : (
    <div className="grid gap-1">
      <p className="font-medium">{label}</p>
      <p className="break-words whitespace-pre-line">{text}</p>
    </div>
  );
