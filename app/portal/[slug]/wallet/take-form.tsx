"use client";

import { useActionState, useState } from "react";
import { sendByHand } from "@/app/_components/forms/send-by-hand";
import { barButton, plainBarButton } from "@/app/book/_parts/bar";
import { Halt } from "../halt";
import { takeReward } from "./actions";

type Props = {
  slug: string;
  id: string;
  sendKey: string;
  words: { sure: string; about: string; yes: string; no: string; sending: string };
};

/** Whether they are sure: what is turned in does not come back by itself. */
export function TakeForm({ slug, id, sendKey, words }: Props) {
  const [state, send, pending] = useActionState(takeReward, {});
  // The page is drawn anew while it is looked at; what is sent twice is still the same.
  const [key] = useState(sendKey);
  return (
    <form
      action={send}
      onSubmit={sendByHand(send, pending)}
      aria-label={words.sure}
      className="grid gap-3 rounded-panel border border-edge bg-surface p-4"
    >
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="key" value={key} />
      <h2 className="font-semibold">{words.sure}</h2>
      <p>{words.about}</p>
      <Halt problem={state.problem} signIn={state.signIn} />
      <div className="flex flex-wrap gap-3">
        <button type="submit" aria-disabled={pending} className={barButton}>
          {pending ? words.sending : words.yes}
        </button>
        <a href={`/portal/${slug}/wallet`} className={plainBarButton}>
          {words.no}
        </a>
      </div>
    </form>
  );
}
