"use client";

import { useActionState, useState } from "react";
import { Choice } from "@/app/_components/forms/choice";
import { sendByHand } from "@/app/_components/forms/send-by-hand";
import { plainBarButton } from "@/app/book/_parts/bar";
import type { WishesState } from "../form-states";
import { Halt } from "../halt";
import { SaveEnd } from "../save-end";
import { changeWishes } from "./actions";

type Props = { slug: string; known: WishesState; email: string | null };

/** How somebody hears of their bookings, and in which language. */
export function WishesForm({ slug, known, email }: Props) {
  const [first] = useState(known);
  const [state, send, pending] = useActionState(changeWishes, first);
  return (
    <form action={send} onSubmit={sendByHand(send, pending)} className="grid max-w-[34rem] gap-5">
      <input type="hidden" name="slug" value={slug} />
      <Halt problem={state.problem} signIn={state.signIn} />
      <fieldset>
        <legend className="font-medium">Messages about your bookings</legend>
        <div className="mt-1.5 flex flex-wrap gap-x-6">
          <Way name="bySms" word="By SMS" on={state.bySms} />
          <Way name="byEmail" word="By e-mail" on={state.byEmail} />
        </div>
        <p className="pt-1.5 text-sm text-quiet">
          {email ? "" : "For e-mail, give us an address above. "}A code to sign in comes whatever you choose.
        </p>
      </fieldset>
      <Choice
        name="language"
        legend="Language"
        help="Which one you would rather read. Your rewards are in it, and the rest is in English so far."
        chosen={state.language}
        options={[
          ["en", "English"],
          ["sw", "Kiswahili"],
        ]}
      />
      <SaveEnd pending={pending} word="Save choices" saved={state.saved} className={plainBarButton} />
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
