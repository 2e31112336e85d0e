"use client";

import { toast } from "sonner";
import { useDraft } from "@/app/_components/data/use-draft";
import { faultWords } from "@/app/_components/forms/fault-words";
import { Field } from "@/app/_components/ui/field";
import { SelectField } from "@/app/_components/ui/select-field";
import { TextArea } from "@/app/_components/ui/text-area";
import type { Say } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import { typedAmount } from "@/lib/platform/typed-amount";
import type { PriceListItem } from "@/lib/services/list-price-list";
import { FormEnd } from "../form-end";
import { closePanel } from "../members/panel-address";
import { feeTyped, typedFeeOf } from "../typed-fee";
import { useLooked } from "../use-looked";
import { useSave } from "../use-save";
import { addToList, changeOnList } from "./actions";
import { AddonsField, type TypedAddon } from "./addons-field";
import { DepositField } from "./deposit-field";
import { SegmentsField, type TypedSegment } from "./segments-field";

type Props = { service: PriceListItem | null; categories: string[]; currency: string };

/** What customers may do on the page; partners may do the same through the API. */
function typedWindow(service: PriceListItem | null) {
  const window = service?.windows.find(({ channel }) => channel === "public");
  const notice = window?.noticeMinutes ?? null;
  const horizon = window?.horizonDays ?? null;
  return {
    notice: notice === null ? "" : String(Math.round((notice / 60) * 100) / 100),
    horizon: horizon === null ? "" : String(horizon),
  };
}

const orNull = (typed: string, times = 1): number | null =>
  typed.trim() === "" ? null : Math.round(typedAmount(typed) * times);

/** As it is typed. */
const typedOf = (service: PriceListItem | null) => ({
  name: service?.name ?? "",
  category: service?.category ?? "",
  description: service?.description ?? "",
  price: service ? String(service.priceMinor / 100) : "",
  segments: (service?.segments ?? [{ kind: "work", minutes: 30 }]).map(
    ({ kind, minutes }): TypedSegment => ({ kind, minutes: String(minutes) }),
  ),
  addons: (service?.addons ?? []).map(
    ({ id, name, minutes, priceMinor }): TypedAddon => ({
      id,
      name,
      minutes: String(minutes),
      price: String(priceMinor / 100),
    }),
  ),
  before: String(service?.bufferBeforeMinutes ?? 0),
  after: String(service?.bufferAfterMinutes ?? 0),
  seats: String(service?.seats ?? 1),
  begin: (service?.together ?? true) ? ("together" as const) : ("apart" as const),
  deposit: feeTyped(service?.deposit),
  confirm: service?.confirm ?? ("" as const),
  step: service?.stepMinutes ? String(service.stepMinutes) : "",
  ...typedWindow(service),
});

function faultOfParts(say: Say, told: string): string {
  const fault = say.known(told);
  return told.startsWith("is ")
    ? say("The parts have one that {fault}.", { fault })
    : say("The parts {fault}.", { fault });
}

function faultOfExtras(say: Say, told: string): string {
  const fault = say.known(told);
  return told.startsWith("is ")
    ? say("The add-ons have something that {fault}.", { fault })
    : say("The add-ons {fault}.", { fault });
}

export function ServiceForm({ service, categories, currency }: Props) {
  const say = useSay();
  const draft = useDraft(typedOf(service));
  const { shown, set } = draft;
  const { busy, saved, problem, fields, onSubmit, errorOf } = useSave("services", draft);
  const { looked, dialog } = useLooked(say("Change it anyway"));
  const { price, segments, addons, before, after, seats, begin, deposit, confirm, step, notice, horizon, ...said } =
    shown;
  const values = {
    ...said,
    priceMinor: Math.round(typedAmount(price) * 100),
    segments: segments.map(({ kind, minutes }) => ({ kind, minutes: typedAmount(minutes) })),
    addons: addons.map(({ price, minutes, ...addon }) => ({
      ...addon,
      minutes: typedAmount(minutes),
      priceMinor: Math.round(typedAmount(price) * 100),
    })),
    bufferBeforeMinutes: typedAmount(before),
    bufferAfterMinutes: typedAmount(after),
    seats: typedAmount(seats),
    together: begin === "together",
    deposit: typedFeeOf(deposit) ?? null,
    confirm: confirm === "" ? null : confirm,
    stepMinutes: orNull(step),
    windows: [
      ...(["public", "api"] as const).map((channel) => ({
        channel,
        noticeMinutes: orNull(notice, 60),
        horizonDays: orNull(horizon),
      })),
      ...(service?.windows.filter(({ channel }) => channel === "desk") ?? []),
    ],
  };
  const save = async (tenantId: string) => {
    const answer = service
      ? await looked((look) => changeOnList(tenantId, { id: service.id, to: { ...values, ...look } }))
      : await addToList(tenantId, values);
    if (answer.ok) {
      closePanel();
      toast(
        service ? say("{name} was changed", { name: said.name }) : say("{name} is on the list", { name: said.name }),
        {
          description: service
            ? say("Bookings keep what was accepted.")
            : say("Say on the staff profiles who does it."),
        },
      );
    }
    return answer;
  };
  const text = (
    name: Exclude<keyof typeof shown, "segments" | "addons" | "deposit">,
    label: string,
    as: string = name,
  ) => ({
    name,
    label,
    value: shown[name],
    onChange: (event: { target: { value: string } }) => set({ [name]: event.target.value }),
    error: errorOf(as, label),
  });
  // One field stands for customers and partners; what is wrong for either is told there.
  const faultOfWindow = (name: string, label: string) => {
    const fault = faultOf(`windows\\.\\d+\\.${name}`);
    return fault ? { error: faultWords(say, label, fault) } : {};
  };
  const faultOf = (list: string) =>
    Object.entries(fields).find(([name]) => new RegExp(`(^|\\.)${list}`).test(name))?.[1][0];
  const faultOfTime = faultOf("segments");
  const faultOfAddons = faultOf("addons");
  return (
    <>
      <form onSubmit={onSubmit(save)} noValidate aria-label={say("Service")} className="grid gap-5">
        <Field {...text("name", say("Name"))} autoComplete="off" maxLength={80} required />
        <Field {...text("category", say("Category"))} autoComplete="off" maxLength={40} list="categories" required />
        <datalist id="categories">
          {categories.map((category) => (
            <option key={category} value={category} />
          ))}
        </datalist>
        <TextArea {...text("description", say("Description"))} maxLength={300} rows={2} />
        <Field
          {...text("price", say("Price in {currency}", { currency }), "priceMinor")}
          autoComplete="off"
          inputMode="decimal"
          className="max-w-40"
          required
        />
        <DepositField
          typed={deposit}
          priceMinor={values.priceMinor}
          currency={currency}
          error={errorOf("deposit.percent", say("The percentage")) ?? errorOf("deposit.amountMinor", say("The amount"))}
          onType={(typed) => set({ deposit: typed })}
        />
        <SegmentsField
          segments={segments}
          fault={faultOfTime && faultOfParts(say, faultOfTime)}
          onChange={(next) => set({ segments: next })}
        />
        <AddonsField
          addons={addons}
          currency={currency}
          fault={faultOfAddons && faultOfExtras(say, faultOfAddons)}
          onChange={(next) => set({ addons: next })}
        />
        <div className="grid items-start gap-5 sm:grid-cols-2">
          <Field
            {...text("before", say("Minutes free before"), "bufferBeforeMinutes")}
            inputMode="numeric"
            help={say("To prepare; not shown to customers.")}
          />
          <Field
            {...text("after", say("Minutes free after"), "bufferAfterMinutes")}
            inputMode="numeric"
            help={say("To clean up.")}
          />
        </div>
        <Field
          {...text("seats", say("Customers at the same time"))}
          inputMode="numeric"
          autoComplete="off"
          className="max-w-40"
          help={say("One; more makes it a class, which is full when its last place is taken.")}
        />
        {typedAmount(seats) > 1 ? (
          <SelectField
            name="begin"
            label={say("They begin")}
            value={begin}
            onChange={(event) => set({ begin: event.target.value as typeof begin })}
            choices={[
              { value: "together", label: say("Together, as in a lesson") },
              { value: "apart", label: say("Each at a time of their own") },
            ]}
            help={
              begin === "together"
                ? say("Whoever books first says when; the others join them.")
                : say("One may come while another is half done.")
            }
          />
        ) : null}
        <SelectField
          name="confirm"
          label={say("Bookings of customers are")}
          value={confirm}
          onChange={(event) => set({ confirm: event.target.value as typeof confirm })}
          choices={[
            { value: "", label: say("Confirmed as the booking rules say") },
            { value: "auto", label: say("Always confirmed at once") },
            { value: "desk", label: say("Always confirmed by hand") },
          ]}
        />
        <fieldset className="grid gap-1.5">
          <legend className="mb-1 font-medium">{say("When customers can book it")}</legend>
          <p className="text-quiet">{say("Empty is as the booking rules say.")}</p>
          <div className="grid items-start gap-5 sm:grid-cols-3">
            <Field
              {...text("notice", say("Hours before"))}
              {...faultOfWindow("noticeMinutes", say("Hours before"))}
              inputMode="decimal"
              autoComplete="off"
            />
            <Field
              {...text("horizon", say("Days ahead"))}
              {...faultOfWindow("horizonDays", say("Days ahead"))}
              inputMode="numeric"
              autoComplete="off"
            />
            <Field {...text("step", say("Minutes apart"), "stepMinutes")} inputMode="numeric" autoComplete="off" />
          </div>
        </fieldset>
        <FormEnd
          problem={problem}
          saved={saved}
          busy={busy}
          touched={draft.touched}
          word={service ? say("Save") : say("Add service")}
          onForget={draft.forget}
        />
      </form>
      {dialog}
    </>
  );
}
