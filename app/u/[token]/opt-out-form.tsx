"use client";

import { useActionState } from "react";
import { barButton, plainBarButton } from "@/app/book/_parts/bar";
import { sayByLink } from "./actions";
import { optOutWords } from "./words";

type Props = { token: string; house: string; language: "en" | "sw"; isOn: boolean };

/** One press, and the same back. An ordinary form, so it works before any script does. */
export function OptOutForm({ token, house, language, isOn }: Props) {
  const [{ problem, said }, action, busy] = useActionState(sayByLink, {});
  const words = optOutWords[language];
  const on = said ? said === "yes" : isOn;
  return (
    <form action={action} className="grid max-w-[28rem] gap-4">
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="said" value={on ? "no" : "yes"} />
      <div role="status">
        <h1 className="text-xl">{on ? words.on(house) : words.off(house)}</h1>
        <p className="mt-2 text-quiet">{words.still}</p>
      </div>
      <p role="alert" className="text-danger empty:hidden">
        {problem}
      </p>
      <button type="submit" disabled={busy} className={on ? barButton : plainBarButton}>
        {busy ? words.busy : on ? words.stop : words.regive}
      </button>
    </form>
  );
}
