"use client";

import { useActionState, useState } from "react";
import { sendByHand } from "@/app/_components/forms/send-by-hand";
import { plainBarButton } from "@/app/book/_parts/bar";
import type { Language } from "@/lib/platform/format";
import type { AllowState } from "../form-states";
import { Halt } from "../halt";
import { portalWords } from "../portal-words";
import { SaveEnd } from "../save-end";
import { changeAllowed } from "./actions";

type Props = { slug: string; language: Language; known: AllowState; words: string; since: string };

/** What the business may do beyond what was asked of it: nothing, until somebody says so. */
export function AllowForm({ slug, language, known, words, since }: Props) {
  const [first] = useState(known);
  const [state, send, pending] = useActionState(changeAllowed, first);
  return (
    <form action={send} onSubmit={sendByHand(send, pending)} className="grid max-w-[34rem] gap-3">
      <input type="hidden" name="slug" value={slug} />
      <Halt problem={state.problem} signIn={state.signIn} />
      <fieldset>
        <legend className="font-medium">{portalWords[language].offers}</legend>
        <label className="mt-1.5 flex min-h-11 items-start gap-3">
          <input
            type="checkbox"
            name="marketing"
            defaultChecked={state.marketing}
            className="mt-0.5 size-5 shrink-0 accent-accent"
          />
          <span>{words}</span>
        </label>
        {since ? <p className="pt-1 text-sm text-quiet">{since}</p> : null}
      </fieldset>
      <SaveEnd
        pending={pending}
        language={language}
        word={portalWords[language].save}
        saved={state.saved}
        className={plainBarButton}
      />
    </form>
  );
}
