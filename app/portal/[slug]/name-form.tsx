"use client";

import { useActionState } from "react";
import { sendByHand } from "@/app/_components/forms/send-by-hand";
import { useStepFocus } from "@/app/_components/forms/use-step-focus";
import { barButton, plainBarButton } from "@/app/book/_parts/bar";
import { Field } from "@/app/book/_parts/field";
import type { Language } from "@/lib/platform/format";
import { tellName } from "./actions";
import type { NameState } from "./form-states";
import { Halt } from "./halt";
import { portalWords } from "./portal-words";
import { SaveEnd } from "./save-end";

type Props = {
  slug: string;
  known?: string;
  language: Language;
  send?: (before: NameState, form: FormData) => Promise<NameState>;
};

/** What somebody is called here: told by a phone that this business has not met, changed by one that it has. */
export function NameForm({ slug, known = "", language, send = tellName }: Props) {
  const [state, tell, pending] = useActionState(send, { name: known });
  const words = portalWords[language];
  const form = useStepFocus<HTMLFormElement>(state.fault && state);
  return (
    <form ref={form} action={tell} onSubmit={sendByHand(tell, pending)} noValidate className="grid max-w-[34rem] gap-4">
      <input type="hidden" name="slug" value={slug} />
      <Halt problem={state.problem} signIn={state.signIn} />
      <Field
        name="name"
        label={words.name}
        help={words.nameHelp}
        autoComplete="name"
        required
        maxLength={80}
        defaultValue={state.name}
        error={state.fault}
      />
      <SaveEnd
        pending={pending}
        word={known ? words.saveName : words.save}
        saved={state.saved}
        language={language}
        className={known ? plainBarButton : barButton}
      />
    </form>
  );
}
