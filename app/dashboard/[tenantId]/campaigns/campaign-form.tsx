"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { flushSync } from "react-dom";
import { toast } from "sonner";
import { unreachable, useAct } from "@/app/_components/data/use-act";
import { faultWords } from "@/app/_components/forms/fault-words";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { Section } from "@/app/_components/section";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { SelectField } from "@/app/_components/ui/select-field";
import { useSay } from "@/app/_words/use-say";
import type { CampaignChoices } from "@/lib/campaigns/campaign-choices";
import type { CampaignFacts } from "@/lib/campaigns/get-campaign";
import { keepCampaign } from "./actions";
import { campaignsAddress } from "./campaign-keys";
import { PreviewLine, PreviewPanel, usePreview } from "./preview-panel";
import { SendQuestion } from "./send-question";
import { isOwn, type Typed, typedOf, wishOf } from "./typed-campaign";
import { WhenFields } from "./when-fields";
import { WordsFields } from "./words-fields";

type Props = { choices: CampaignChoices; segment: string; draft?: CampaignFacts };

/** Who, what and when on one page, and beside it what would come of it. */
export function CampaignForm({ choices, segment, draft }: Props) {
  const say = useSay();
  const { tenant } = useShell();
  const router = useRouter();
  const act = useAct("campaigns");
  const [typed, setTyped] = useState<Typed>(() => typedOf(choices, segment, draft));
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState({ problem: "", fields: {} as Record<string, string[]> });
  // The same until it is answered: whoever presses again because no answer came makes no second one.
  const [key, setKey] = useState(() => crypto.randomUUID());
  const [asks, setAsks] = useState(false);
  const looked = usePreview(typed);
  const segments = choices.segments.map(({ value, label }) => ({
    value,
    label: isOwn(value) ? label : say.known(label),
  }));
  const set = (more: Partial<Typed>) => {
    setTyped((before) => ({ ...before, ...more }));
    setAsks(false);
  };
  const errorOf = (name: string, label: string) => {
    const said = fault.fields[name]?.[0];
    return said ? faultWords(say, label, said) : undefined;
  };
  const keep = async (kept: "draft" | "sent", form: HTMLFormElement) => {
    if (busy) return;
    setBusy(true);
    const wish = { ...wishOf(typed, kept), campaignId: draft?.id, key };
    const answer = await act((tenantId) => keepCampaign(tenantId, wish));
    if (answer.ok) {
      toast(
        kept === "draft"
          ? say("Kept as a draft")
          : typed.when === "now"
            ? say("It goes out now")
            : say("It goes out at its time"),
      );
      router.push(campaignsAddress(tenant.id, `/${answer.value.id}`));
    }
    const { problem = "", fields = {} } = answer.ok ? {} : answer;
    if (problem !== say(unreachable)) setKey(crypto.randomUUID());
    flushSync(() => {
      setBusy(false);
      setAsks(false);
      setFault({ problem: Object.keys(fields).length > 0 ? "" : problem, fields });
    });
    form.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  };
  /** Asked once more before it goes. What is refused in any case goes to be told what is wrong. */
  const send = (form: HTMLFormElement) => {
    if (looked.isInvalid || typed.name.trim() === "") void keep("sent", form);
    else setAsks(true);
  };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8 px-4 pt-6 md:px-6 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)] xl:pl-8">
      <form
        // Enter in a line of it sends nothing.
        onSubmit={(event) => event.preventDefault()}
        noValidate
        aria-label={say("Campaign")}
        className="grid grid-cols-[minmax(0,1fr)] content-start gap-8"
      >
        <Section
          title={say("Who")}
          about={say("Whoever is in the group when sending begins, and has said yes to offers.")}
        >
          <SelectField
            name="segment"
            label={say("Group of customers")}
            value={typed.segment}
            onChange={({ target }) => set({ segment: target.value })}
            choices={typed.segment ? segments : [{ value: "", label: say("Choose") }, ...segments]}
            error={errorOf("segment", say("The group"))}
          />
        </Section>
        <Section title={say("What")} about={say("Short texts cost less: an SMS holds 160 letters.")}>
          <Field
            name="name"
            label={say("Name of the campaign")}
            help={say("For yourselves; customers do not see it.")}
            value={typed.name}
            onChange={({ target }) => set({ name: target.value })}
            maxLength={60}
            autoComplete="off"
            error={errorOf("name", say("The name"))}
          />
          <WordsFields words={typed} set={set} errorOf={errorOf} rewards={choices.rewards} />
        </Section>
        <Section title={say("When")}>
          <WhenFields typed={typed} set={set} errorOf={errorOf} quiet={choices.quiet} today={choices.today} />
          <ProblemLine>{say.known(fault.problem)}</ProblemLine>
          {asks ? (
            <SendQuestion
              typed={typed}
              looked={looked}
              busy={busy}
              onNo={() => setAsks(false)}
              onYes={(form) => keep("sent", form)}
            />
          ) : (
            <>
              {looked.exact ? <PreviewLine preview={looked.exact} /> : null}
              <div className="flex flex-wrap justify-end gap-2">
                <Button
                  size="large"
                  aria-disabled={busy}
                  onClick={({ currentTarget }) => keep("draft", currentTarget.form!)}
                >
                  {say("Keep as a draft")}
                </Button>
                <Button
                  kind="primary"
                  size="large"
                  aria-disabled={busy}
                  onClick={({ currentTarget }) => send(currentTarget.form!)}
                >
                  {busy ? say("One moment") : typed.when === "now" ? say("Send now") : say("Schedule")}
                </Button>
              </div>
            </>
          )}
        </Section>
      </form>
      <PreviewPanel looked={looked} />
    </div>
  );
}
