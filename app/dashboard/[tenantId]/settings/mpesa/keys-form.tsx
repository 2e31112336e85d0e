"use client";

import type { ReactNode } from "react";
import { useDraft } from "@/app/_components/data/use-draft";
import { Section } from "@/app/_components/section";
import { Field } from "@/app/_components/ui/field";
import { SelectField } from "@/app/_components/ui/select-field";
import { phrase } from "@/app/_words/phrase";
import { useSay } from "@/app/_words/use-say";
import { formatDate } from "@/lib/platform/format";
import { FormEnd } from "../../form-end";
import { useSaveBy } from "../../use-save";
import { KeysButtons } from "./keys-buttons";
import type { MpesaProps } from "./mpesa-forms";

const secrets = [
  {
    name: "consumerKey",
    label: phrase("Consumer key"),
    help: phrase("developer.safaricom.co.ke, My apps, your app: Consumer Key."),
  },
  { name: "consumerSecret", label: phrase("Consumer secret"), help: phrase("Beside the consumer key.") },
  {
    name: "passkey",
    label: phrase("Passkey"),
    help: phrase(
      "Live: in the e-mail that Safaricom sends after “Go live” of M-Pesa Express. Sandbox: on the portal, under APIs, M-Pesa Express, Simulate.",
    ),
  },
] as const;

const initiator = [
  {
    name: "initiatorName",
    label: phrase("Initiator name"),
    help: phrase(
      "Only to give money back through M-Pesa. On the organisation portal, an operator with the role “Org reversals initiator”.",
    ),
    type: "text",
  },
  {
    name: "initiatorPassword",
    label: phrase("Initiator password"),
    help: phrase("Of that operator."),
    type: "password",
  },
] as const;

/** With keys phones are asked for money; without, codes are typed in. What is kept is never shown again. */
export function KeysForm(props: MpesaProps) {
  const say = useSay();
  const { settings, setsKeys, timeZone } = props;
  const { account, keys } = settings;
  return (
    <Section
      title={say("Asking phones for money")}
      about={say(
        "With keys of Safaricom’s Daraja portal customers get a prompt on their phone and only type their PIN.",
      )}
      at="keys"
    >
      {keys ? (
        <p>
          {keys.endsIn ? (
            <KeptKeys
              isLive={settings.environment === "live"}
              day={formatDate(keys.setAt, timeZone, say.language)}
              endsIn={keys.endsIn}
            />
          ) : (
            say("The keys that are kept can no longer be read. Give them again.")
          )}
        </p>
      ) : (
        <p className="border-l-2 border-line pl-3 text-quiet">
          {account
            ? say(
                "There are no keys: you work by hand. Customers are shown your number and the amount, pay, and type the code of M-Pesa’s message. Such payments count as not verified until you upload a statement.",
              )
            : say(
                "There are no keys: you work by hand. Customers are shown a number, once it is saved, and the amount, pay, and type the code of M-Pesa’s message. Such payments count as not verified until you upload a statement.",
              )}
        </p>
      )}
      {setsKeys ? (
        account ? (
          <Form {...props} />
        ) : null
      ) : (
        <p className="text-quiet">{say("Only an owner of the business gives and removes keys.")}</p>
      )}
      {setsKeys ? <KeysButtons {...props} /> : null}
    </Section>
  );
}

function KeptKeys({ isLive, day, endsIn }: { isLive: boolean; day: string; endsIn: string }) {
  const say = useSay();
  const given = {
    day,
    endsIn,
    bold: (chunks: ReactNode) => <span className="font-semibold tabular-nums">{chunks}</span>,
  };
  return isLive
    ? say.rich("Keys for live use, set on {day}; the consumer key ends in <bold>…{endsIn}</bold>.", given)
    : say.rich("Keys for the sandbox, set on {day}; the consumer key ends in <bold>…{endsIn}</bold>.", given);
}

const blank = { consumerKey: "", consumerSecret: "", passkey: "", initiatorName: "", initiatorPassword: "" };

function Form({ settings, doors, act }: MpesaProps) {
  const say = useSay();
  const { environment, keys, sandboxOnly } = settings;
  const draft = useDraft({ environment: environment ?? "sandbox", ...blank });
  const { shown, set } = draft;
  const { busy, saved, problem, onSubmit, errorOf } = useSaveBy(act, draft);
  const kept = keys?.endsIn ? say("Kept. Blank leaves it as it is.") : undefined;
  return (
    <form
      onSubmit={onSubmit((tenantId) => doors.putKeys(tenantId, shown))}
      noValidate
      aria-label={say("Keys")}
      autoComplete="off"
      className="grid gap-4"
    >
      <SelectField
        name="environment"
        label={say("They are for")}
        value={shown.environment}
        onChange={({ target }) => set({ environment: target.value as typeof shown.environment })}
        choices={[
          { value: "sandbox", label: say("The sandbox: nothing is paid") },
          { value: "live", label: say("Live use: real money") },
        ]}
        error={errorOf("environment", say("They"))}
        help={sandboxOnly ? say("This is a demo: it takes keys for the sandbox only.") : undefined}
      />
      {secrets.map(({ name, label, help }) => (
        <Field
          key={name}
          name={name}
          label={say(label)}
          help={kept ? `${kept} ${say(help)}` : say(help)}
          value={shown[name]}
          onChange={({ target }) => set({ [name]: target.value })}
          error={errorOf(name, say(label))}
          type="password"
          autoComplete="new-password"
          spellCheck={false}
        />
      ))}
      <details open={keys?.initiator || Boolean(shown.initiatorName || shown.initiatorPassword)} className="grid gap-4">
        <summary className="cursor-pointer py-1 font-medium">
          {keys?.initiator
            ? say("Giving money back through M-Pesa")
            : say("Giving money back through M-Pesa (optional)")}
        </summary>
        <div className="grid gap-4 pt-3">
          {initiator.map(({ name, label, help, type }) => (
            <Field
              key={name}
              name={name}
              label={say(label)}
              help={keys?.initiator ? `${say("Kept. Blank leaves it as it is.")} ${say(help)}` : say(help)}
              value={shown[name]}
              onChange={({ target }) => set({ [name]: target.value })}
              error={errorOf(name, say(label))}
              type={type}
              autoComplete={type === "password" ? "new-password" : "off"}
              spellCheck={false}
            />
          ))}
        </div>
      </details>
      <FormEnd
        problem={problem}
        saved={saved}
        busy={busy}
        touched={draft.touched}
        word={say("Save and test keys")}
        onForget={draft.forget}
      />
    </form>
  );
}
