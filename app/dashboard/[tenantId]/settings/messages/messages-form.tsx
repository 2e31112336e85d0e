"use client";

import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useDraft } from "@/app/_components/data/use-draft";
import { Section } from "@/app/_components/section";
import { useShell } from "@/app/_components/shell/shell-context";
import { Field } from "@/app/_components/ui/field";
import { Switch } from "@/app/_components/ui/switch";
import { useSay } from "@/app/_words/use-say";
import { mostReminders, switches } from "@/lib/notifications/rules";
import type { HouseMessages } from "@/lib/notifications/settings";
import { FormEnd } from "../../form-end";
import { ListLoading } from "../../list-loading";
import { useSave } from "../../use-save";
import { messagesKey } from "../settings-keys";
import { setMessages } from "./actions";
import { leadWords, messagesOf, messagesTyped } from "./typed-messages";

/** How the business writes to its customers. */
export function MessagesForm() {
  const { tenant } = useShell();
  const { data } = useSWR<HouseMessages>(messagesKey(tenant.id), fetchJson);
  return data ? <Form settings={data} /> : <ListLoading rows={8} />;
}

/** In minutes before a visit: what most businesses want. */
const usual = [7 * 1440, 2 * 1440, 1440, 240, 120, 60];

function Form({ settings }: { settings: HouseMessages }) {
  const say = useSay();
  const { tenant } = useShell();
  const draft = useDraft(messagesTyped(settings));
  const { shown, set } = draft;
  const { busy, saved, problem, onSubmit, errorOf } = useSave("settings", draft);
  const manages = tenant.may.includes("settings.manage");
  const { name, email } = settings.house;
  const leads = [...new Set([...usual, ...settings.remindBefore])].sort((a, b) => b - a);
  const full = shown.remindBefore.length >= mostReminders;
  const toggle = (list: "remindBefore" | "off", value: number | string, on: boolean) =>
    set({ [list]: on ? [...shown[list], value] : (shown[list] as (number | string)[]).filter((one) => one !== value) });
  return (
    <form
      onSubmit={onSubmit((tenantId) => setMessages(tenantId, messagesOf(shown)))}
      noValidate
      aria-label={say("Messages to customers")}
    >
      <fieldset disabled={!manages} className="grid grid-cols-[minmax(0,1fr)] gap-8">
        <Section
          title={say("Reminders")}
          about={say(
            "Customers hear of a confirmed visit once more. Nobody is reminded of what was cancelled or moved.",
          )}
        >
          <fieldset className="grid gap-1">
            <legend className="mb-1.5 font-medium">{say("Remind so long before")}</legend>
            <div className="grid grid-cols-2 gap-x-4 sm:grid-cols-3">
              {leads.map((minutes) => {
                const on = shown.remindBefore.includes(minutes);
                return (
                  <label key={minutes} className="flex min-h-11 items-center gap-2">
                    <input
                      type="checkbox"
                      className="size-4 accent-accent"
                      checked={on}
                      disabled={!on && full}
                      onChange={(event) => toggle("remindBefore", minutes, event.target.checked)}
                    />
                    {leadWords(say, minutes)}
                  </label>
                );
              })}
            </div>
            {full ? <p className="text-quiet">{say("{most} are the most.", { most: mostReminders })}</p> : null}
          </fieldset>
        </Section>
        <Section
          title={say("Quiet hours")}
          about={say(
            "Reminders and everything else that can wait is sent when they are over. What somebody has just done is answered at once.",
          )}
        >
          <label htmlFor="quiet" className="flex min-h-11 items-center justify-between gap-4">
            <span>{say("Write nothing at night that can wait")}</span>
            <Switch id="quiet" checked={shown.isQuiet} onCheckedChange={(isQuiet) => set({ isQuiet })} />
          </label>
          {shown.isQuiet ? (
            <div className="flex flex-wrap gap-4">
              <Field
                name="quietFrom"
                label={say("From")}
                type="time"
                value={shown.quietFrom}
                onChange={(event) => set({ quietFrom: event.target.value })}
                error={errorOf("quietFrom", say("The time"))}
                className="max-w-36"
              />
              <Field
                name="quietUntil"
                label={say("Until")}
                type="time"
                value={shown.quietUntil}
                onChange={(event) => set({ quietUntil: event.target.value })}
                error={errorOf("quietUntil", say("The time"))}
                className="max-w-36"
              />
            </div>
          ) : null}
        </Section>
        <Section title={say("E-mails")} about={say("In whose name they come, and who reads the answers.")}>
          <Field
            name="fromName"
            label={say("Sender’s name")}
            placeholder={name}
            value={shown.fromName}
            onChange={(event) => set({ fromName: event.target.value })}
            error={errorOf("fromName", say("The name"))}
            autoComplete="off"
          />
          <Field
            name="replyTo"
            label={say("Answers go to")}
            type="email"
            placeholder={email || say("desk@example.com")}
            help={email ? say("Empty for the address of the business.") : say("Empty: nobody can answer.")}
            value={shown.replyTo}
            onChange={(event) => set({ replyTo: event.target.value })}
            error={errorOf("replyTo", say("The address"))}
            autoComplete="off"
          />
        </Section>
        <Section
          title={say("What is sent")}
          about={say("To customers who want to hear of it. Codes to sign in are sent whatever stands here.")}
        >
          <ul className="grid divide-y">
            {Object.entries(switches).map(([template, word]) => (
              <li key={template}>
                <label htmlFor={template} className="flex min-h-11 items-center justify-between gap-4">
                  <span>{say.known(word)}</span>
                  <Switch
                    id={template}
                    checked={!shown.off.includes(template)}
                    onCheckedChange={(on) => toggle("off", template, !on)}
                  />
                </label>
              </li>
            ))}
          </ul>
          {manages ? (
            <FormEnd
              problem={problem}
              saved={saved}
              busy={busy}
              touched={draft.touched}
              word={say("Save messages")}
              onForget={draft.forget}
            />
          ) : null}
        </Section>
      </fieldset>
    </form>
  );
}
