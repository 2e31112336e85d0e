"use client";

import { useDraft } from "@/app/_components/data/use-draft";
import { useSay } from "@/app/_words/use-say";
import { formatMoney } from "@/lib/platform/format";
import { typedAmount } from "@/lib/platform/typed-amount";
import { byCategory, minuteWords } from "@/lib/services/rules";
import type { Skill, StaffProfile } from "@/lib/staff/get-profile";
import { FormEnd } from "../../form-end";
import { useLooked } from "../../use-looked";
import { useSave } from "../../use-save";
import { setServices } from "../actions";

/** What is typed for each service; empty is the service's own. */
type Typed = Record<string, { does: boolean; minutes: string; price: string }>;

const typedOf = (skills: readonly Skill[]): Typed =>
  Object.fromEntries(
    skills.map(({ serviceId, does, ownDurationMinutes, ownPriceMinor }) => [
      serviceId,
      {
        does,
        minutes: ownDurationMinutes === null ? "" : String(ownDurationMinutes),
        price: ownPriceMinor === null ? "" : String(ownPriceMinor / 100),
      },
    ]),
  );

const number = (typed: string): number | null => (typed.trim() === "" ? null : typedAmount(typed));

export function SkillsForm({ profile }: { profile: StaffProfile }) {
  const say = useSay();
  const draft = useDraft(typedOf(profile.services));
  const { busy, saved, problem, fields, onSubmit } = useSave("staff", draft);
  const { looked, dialog } = useLooked(say("Change it anyway"));
  const wanted = profile.services.flatMap(({ serviceId }) => {
    const typed = draft.shown[serviceId];
    if (!typed?.does) return [];
    const price = number(typed.price);
    return {
      serviceId,
      durationMinutes: number(typed.minutes),
      priceMinor: price === null ? null : Math.round(price * 100),
    };
  });
  /** Faults are told by place in what was sent. */
  const faultOf = (serviceId: string) => {
    const at = wanted.findIndex((skill) => skill.serviceId === serviceId);
    const [found] = ["durationMinutes", "priceMinor"].flatMap((name) => {
      const fault = fields[`services.${at}.${name}`]?.[0];
      if (!fault) return [];
      return name === "priceMinor"
        ? say("The price {fault}.", { fault: say.known(fault) })
        : say("The time {fault}.", { fault: say.known(fault) });
    });
    return found;
  };
  if (profile.services.length === 0)
    return <p className="text-quiet">{say("There are no services yet. Add them to the price list first.")}</p>;
  return (
    <>
      <form
        onSubmit={onSubmit((tenantId) =>
          looked((look) => setServices(tenantId, { id: profile.id, services: wanted, ...look })),
        )}
        noValidate
        aria-label={say("Services")}
        className="grid gap-5"
      >
        {byCategory(profile.services).map(({ category, services }) => (
          <fieldset key={category}>
            <legend className="pb-1 font-medium text-quiet">{category}</legend>
            <ul className="border-y">
              {services.map((skill) => (
                <Row
                  key={skill.serviceId}
                  skill={skill}
                  typed={draft.shown[skill.serviceId] ?? { does: false, minutes: "", price: "" }}
                  fault={faultOf(skill.serviceId)}
                  onType={(typed) => draft.set({ [skill.serviceId]: typed })}
                />
              ))}
            </ul>
          </fieldset>
        ))}
        <FormEnd
          problem={problem}
          saved={saved}
          busy={busy}
          touched={draft.touched}
          word={say("Save services")}
          onForget={draft.forget}
        />
      </form>
      {dialog}
    </>
  );
}

type RowProps = { skill: Skill; typed: Typed[string]; fault: string | undefined; onType(typed: Typed[string]): void };

function Row({ skill, typed, fault, onType }: RowProps) {
  const say = useSay();
  const { serviceId, name, active, durationMinutes, priceMinor, currency } = skill;
  const note = `note-${serviceId}`;
  const own = (field: "minutes" | "price", label: string, usual: string) => (
    <label className="grid gap-1 text-quiet">
      {label}
      <input
        value={typed[field]}
        onChange={(event) => onType({ ...typed, [field]: event.target.value })}
        inputMode="decimal"
        placeholder={usual}
        aria-label={`${name}: ${label}`}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? note : undefined}
        className="h-9 w-28 rounded-control border border-edge bg-surface px-2 text-ink tabular-nums placeholder:text-quiet aria-invalid:border-danger"
      />
    </label>
  );
  return (
    <li className="border-t py-1 first:border-t-0">
      <label className="flex min-h-9 items-center gap-2.5">
        <input
          type="checkbox"
          checked={typed.does}
          onChange={(event) => onType({ ...typed, does: event.target.checked })}
          className="size-4 shrink-0 accent-accent"
        />
        <span className="min-w-0 flex-1">
          {name}
          {active ? null : <span className="text-quiet"> {say("(not on offer)")}</span>}
        </span>
        <span className="shrink-0 text-quiet tabular-nums">
          {minuteWords(durationMinutes, say.language)} · {formatMoney(priceMinor, currency)}
        </span>
      </label>
      {typed.does ? (
        <div className="flex flex-wrap gap-3 pb-2 pl-6.5">
          {own("minutes", say("Own minutes"), String(durationMinutes))}
          {own("price", say("Own price in {currency}", { currency }), String(priceMinor / 100))}
        </div>
      ) : null}
      {fault ? (
        <p id={note} role="alert" className="pb-2 pl-6.5 text-danger">
          {fault}
        </p>
      ) : null}
    </li>
  );
}
