"use client";

import { useState } from "react";
import { toast } from "sonner";
import { useSWRConfig } from "swr";
import { removeFile, type SentFile, sendFile } from "@/app/_components/data/send-file";
import { useAct } from "@/app/_components/data/use-act";
import { SendOrCancel } from "@/app/_components/forms/send-or-cancel";
import { SendingLine } from "@/app/_components/forms/sending-line";
import { useSend } from "@/app/_components/forms/use-send";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { Fact, Facts } from "@/app/_components/ui/fact";
import { Field } from "@/app/_components/ui/field";
import { SelectField } from "@/app/_components/ui/select-field";
import { useSay } from "@/app/_words/use-say";
import type { Expense } from "@/lib/expenses/list-expenses";
import { mostWords } from "@/lib/expenses/rules";
import { formatCalendarDate, formatDayTime, formatMoney } from "@/lib/platform/format";
import { putExpense, voidIt } from "./actions";
import { categoryChoices, categoryWords } from "./category-words";
import { expenseKey, slipAddress } from "./expense-keys";
import { SlipField } from "./slip-field";

/** One expense with its slip; what is said of it can be put right, and all of it made void. */
export function ExpenseFacts({ expense }: { expense: Expense }) {
  const say = useSay();
  const { tenant } = useShell();
  const { id, category, amountMinor, currency, day, paidFrom, by, forStock, voided } = expense;
  const [asking, setAsking] = useState<"change" | "void" | null>(null);
  const mayChange = tenant.may.includes("expenses.manage") && !voided;
  const leave = () => setAsking(null);
  const voidSince = voided ? formatDayTime(voided.at, tenant.timeZone, say.language) : "";
  return (
    <div className="grid gap-6">
      <Facts>
        <Fact term={say("Amount")}>
          <span className={`tabular-nums ${voided ? "line-through" : "font-semibold"}`}>
            {formatMoney(amountMinor, currency)}
          </span>
        </Fact>
        <Fact term={say("Category")}>{say(categoryWords[category])}</Fact>
        <Fact term={say("Day")}>{formatCalendarDate(day, say.language)}</Fact>
        <Fact term={say("Paid from")}>{paidFrom === "cash" ? say("The cash drawer") : say("Elsewhere")}</Fact>
        {forStock ? <Fact term={say("For stock")}>{say("Counts when it is used or sold")}</Fact> : null}
        {by ? <Fact term={say("Written by")}>{by}</Fact> : null}
      </Facts>
      {voided ? (
        <p className="text-danger">
          {voided.by
            ? say("Void since {when}, by {name}", { when: voidSince, name: voided.by })
            : say("Void since {when}", { when: voidSince })}
          : {voided.reason}
        </p>
      ) : null}
      <Slip expense={expense} />
      {asking === "change" ? <ChangeForm expense={expense} onDone={leave} /> : null}
      {asking === "void" ? <VoidForm id={id} onDone={leave} /> : null}
      {mayChange && !asking ? (
        <div className="flex flex-wrap justify-end gap-2">
          <Button size="large" onClick={() => setAsking("void")}>
            {say("Make it void")}
          </Button>
          <Button size="large" onClick={() => setAsking("change")}>
            {say("Change")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function Slip({ expense: { id, photo, description } }: { expense: Expense }) {
  const say = useSay();
  const { tenant } = useShell();
  const { mutate } = useSWRConfig();
  const address = slipAddress(tenant.id, id);
  const [busy, setBusy] = useState(false);
  const [sent, setSent] = useState<number | null>(null);
  const become = async (work: () => Promise<SentFile>) => {
    setBusy(true);
    const answer = await work();
    if (answer.ok) await mutate(expenseKey(tenant.id, id));
    else toast.error(say("That did not arrive. Please try again."));
    setSent(null);
    setBusy(false);
  };
  const send = (picture: Blob) => {
    setSent(0);
    return sendFile("PUT", address, picture, setSent);
  };
  return (
    <section aria-label={say("Slip")} className="grid justify-items-start gap-3">
      {photo ? (
        // biome-ignore lint/performance/noImgElement: it is shown to members alone, straight from its own address
        <img
          src={`${address}?v=${photo}`}
          alt={say("Slip: {description}", { description })}
          className="max-h-120 max-w-full rounded-control border"
        />
      ) : (
        <p className="text-quiet">{say("There is no slip with it.")}</p>
      )}
      <div className="flex flex-wrap gap-2">
        <SlipField
          word={photo ? say("Another photo") : say("Photo of the slip")}
          busy={busy}
          onPicked={(picture) => become(() => send(picture))}
        />
        {photo ? (
          <Button kind="bare" size="large" aria-disabled={busy} onClick={() => become(() => removeFile(address))}>
            {say("Remove the slip")}
          </Button>
        ) : null}
      </div>
      <SendingLine sent={sent} words={{ label: say("Slip"), sending: say("Sending"), opening: say("Almost there") }} />
    </section>
  );
}

function ChangeForm({ expense, onDone }: { expense: Expense; onDone(): void }) {
  const say = useSay();
  const act = useAct("expenses");
  const { busy, problem, onSubmit, errorOf } = useSend(
    ({ category, description, day, forStock }) =>
      act((tenantId) =>
        putExpense(tenantId, { expenseId: expense.id, category, description, day, forStock: forStock === "on" }),
      ),
    () => {
      toast(say("Saved"));
      onDone();
    },
  );
  return (
    <form onSubmit={onSubmit} noValidate aria-label={say("Change the expense")} className="grid gap-5 border-t pt-5">
      <SelectField
        name="category"
        label={say("Category")}
        defaultValue={expense.category}
        choices={categoryChoices(say)}
      />
      <Field
        name="description"
        label={say("What for")}
        defaultValue={expense.description}
        error={errorOf("description", say("What it was for"))}
        maxLength={mostWords}
        autoComplete="off"
      />
      <Field
        name="day"
        type="date"
        label={say("Paid on")}
        defaultValue={expense.day}
        error={errorOf("day", say("The day"))}
        className="max-w-44"
      />
      <label className="flex items-center gap-3">
        <input type="checkbox" name="forStock" defaultChecked={expense.forStock} className="size-4 accent-accent" />
        {say("It is for stock")}
      </label>
      <SendOrCancel problem={problem} busy={busy} word={say("Save")} onCancel={onDone} />
    </form>
  );
}

function VoidForm({ id, onDone }: { id: string; onDone(): void }) {
  const say = useSay();
  const act = useAct("expenses");
  const { busy, problem, onSubmit, errorOf } = useSend(
    ({ reason }) => act((tenantId) => voidIt(tenantId, { expenseId: id, reason })),
    () => {
      toast(say("The expense is void"));
      onDone();
    },
  );
  return (
    <form onSubmit={onSubmit} noValidate aria-label={say("Make it void")} className="grid gap-5 border-t pt-5">
      <p>{say("It counts for nothing any more, and its money is written back to where it came from.")}</p>
      <Field
        name="reason"
        label={say("Why")}
        error={errorOf("reason", say("The reason"))}
        maxLength={mostWords}
        autoComplete="off"
        autoFocus
      />
      <SendOrCancel problem={problem} busy={busy} word={say("Make it void")} onCancel={onDone} />
    </form>
  );
}
