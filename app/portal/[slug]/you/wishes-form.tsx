"use client";

import { useActionState, useState } from "react";
import { Choice } from "@/app/_components/forms/choice";
import { sendByHand } from "@/app/_components/forms/send-by-hand";
import { plainBarButton } from "@/app/book/_parts/bar";
import type { Language } from "@/lib/platform/format";
import type { WishesState } from "../form-states";
import { Halt } from "../halt";
import { portalWords } from "../portal-words";
import { SaveEnd } from "../save-end";
import { changeWishes } from "./actions";

type Props = { slug: string; language: Language; known: WishesState; email: string | null };

/** How somebody hears of their bookings, and in which language. */
export function WishesForm({ slug, language, known, email }: Props) {
  const words = portalWords[language];
  const [first] = useState(known);
  const [state, send, pending] = useActionState(changeWishes, first);
  return (
    <form action={send} onSubmit={sendByHand(send, pending)} className="grid max-w-[34rem] gap-5">
      <input type="hidden" name="slug" value={slug} />
      <Halt problem={state.problem} signIn={state.signIn} />
      <fieldset>
        <legend className="font-medium">{words.ways}</legend>
        <div className="mt-1.5 flex flex-wrap gap-x-6">
          <Way name="bySms" word={words.bySms} on={state.bySms} />
          <Way name="byEmail" word={words.byEmail} on={state.byEmail} />
        </div>
        <p className="pt-1.5 text-sm text-quiet">
          {email ? "" : `${words.noEmail} `}
          {words.codeAnyway}
        </p>
      </fieldset>
      <Choice
        name="language"
        legend={words.language}
        help={words.languageHelp}
        chosen={state.language}
        options={[
          ["en", "English"],
          ["sw", "Kiswahili"],
        ]}
      />
      <SaveEnd
        pending={pending}
        language={language}
        word={words.saveChoices}
        saved={state.saved}
        className={plainBarButton}
      />
    </form>
  );
}

function Way({ name, word, on }: { name: string; word: string; on: boolean }) {
  return (
    <label className="flex min-h-11 items-center gap-2">
      <input type="checkbox" name={name} defaultChecked={on} className="size-4 accent-accent" />
      {word}
    </label>
  );
}
