"use client";

import { useDraft } from "@/app/_components/data/use-draft";
import { Section } from "@/app/_components/section";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { phrase } from "@/app/_words/phrase";
import type { Phrase, Say } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import { type Advice, adviceOn, forLarge, forWords } from "@/app/book/_parts/advice";
import type { BusinessSettings } from "@/lib/tenancy/get-business";
import { FormEnd } from "../../form-end";
import { ListLoading } from "../../list-loading";
import { useSave } from "../../use-save";
import { changeHouse } from "../actions";
import { useBusiness } from "../business/use-business";
import { PagePreview } from "./page-preview";

/** The colour of the house on its public pages, with how well it reads. */
export function ColourForm() {
  const house = useBusiness();
  return house ? <Form house={house} /> : <ListLoading rows={4} />;
}

const ready = ["#d97706", "#b45309", "#be123c", "#8a3a62", "#6d28d9", "#1f5f8b", "#0f766e", "#3f6212"];

function Form({ house }: { house: BusinessSettings }) {
  const say = useSay();
  const { tenant } = useShell();
  const draft = useDraft({ colour: house.colour });
  const { shown, set } = draft;
  const { busy, saved, problem, onSubmit, errorOf } = useSave("settings", draft);
  const manages = tenant.may.includes("settings.manage");
  const advice = adviceOn(shown.colour);
  const choose = (colour: string) => set({ colour });
  return (
    <form onSubmit={onSubmit((tenantId) => changeHouse(tenantId, shown))} noValidate aria-label={say("Colour")}>
      <fieldset disabled={!manages} className="grid grid-cols-[minmax(0,1fr)] gap-6">
        <Section
          title={say("Colour")}
          about={say("Of buttons and signs on your booking page, in the portal and on your poster.")}
        >
          <div className="flex items-end gap-3">
            <Field
              name="colour"
              label={say("Colour")}
              value={shown.colour}
              onChange={(event) => choose(event.target.value.trim().toLowerCase())}
              error={errorOf("colour", say("Colour"))}
              autoComplete="off"
              spellCheck={false}
              maxLength={7}
              className="max-w-32 font-mono"
            />
            <input
              type="color"
              aria-label={say("Pick a colour")}
              value={advice ? shown.colour : house.colour}
              onChange={(event) => choose(event.target.value)}
              className="h-11 w-14 shrink-0 cursor-pointer rounded-control border border-edge bg-surface p-1"
            />
          </div>
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in */}
          <div role="group" aria-label={say("Ready colours")} className="flex flex-wrap gap-2">
            {ready.map((colour) => (
              <button
                key={colour}
                type="button"
                aria-label={colour}
                aria-pressed={colour === shown.colour}
                onClick={() => choose(colour)}
                style={{ backgroundColor: colour }}
                className="size-9 rounded-full border border-edge ring-offset-2 ring-offset-surface aria-pressed:ring-2 aria-pressed:ring-ink"
              />
            ))}
          </div>
          {advice ? <Reading advice={advice} onTake={choose} /> : null}
          <PagePreview name={tenant.name} about={house.city} colour={advice ? shown.colour : house.colour} />
          {manages ? (
            <FormEnd
              {...{ problem, saved, busy }}
              touched={draft.touched}
              word={say("Save the colour")}
              onForget={draft.forget}
            />
          ) : null}
        </Section>
      </fieldset>
    </form>
  );
}

const ratioOf = (say: Say, value: number): string =>
  say("{ratio} to 1", { ratio: (Math.floor(value * 10) / 10).toFixed(1) });

const judged = (say: Say, value: number, tooFaint: Phrase): string =>
  value >= forWords ? say("reads well") : value >= forLarge ? say("reads well in large letters only") : say(tooFaint);

const shownDarker = phrase("too faint, so it is shown darker there");
const shownLighter = phrase("too faint, so it is shown lighter there");

function Reading({
  advice: { onWhite, onDark, text, textRatio, better },
  onTake,
}: {
  advice: Advice;
  onTake(colour: string): void;
}) {
  const say = useSay();
  return (
    <div role="status" className="grid gap-2">
      <ul className="grid gap-1 text-quiet tabular-nums">
        <li>
          {say("On white {ratio}: {judged}.", {
            ratio: ratioOf(say, onWhite),
            judged: judged(say, onWhite, shownDarker),
          })}
        </li>
        <li>
          {say("On dark {ratio}: {judged}.", {
            ratio: ratioOf(say, onDark),
            judged: judged(say, onDark, shownLighter),
          })}
        </li>
        <li>
          {text === "white"
            ? say("With white words on it {ratio}.", { ratio: ratioOf(say, textRatio) })
            : say("With black words on it {ratio}.", { ratio: ratioOf(say, textRatio) })}
        </li>
      </ul>
      {better ? (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <p>{onWhite < forLarge ? say("Too pale for a white page.") : say("A little pale for words on white.")}</p>
          <Button onClick={() => onTake(better)}>
            <span aria-hidden style={{ backgroundColor: better }} className="size-4 rounded-full" />
            {say("Take {colour}", { colour: better })}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
