"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { Choice } from "@/app/_components/forms/choice";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { SavedLine } from "@/app/_components/forms/saved-line";
import { useSend } from "@/app/_components/forms/use-send";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { useSay } from "@/app/_words/use-say";
import type { Preferences } from "@/db/schema/people";
import { saveProfile } from "../actions";

/** In another language the page is drawn anew: the form that comes then says that it was saved. */
let savedIn: "en" | "sw" | null = null;

export function NameForm({ name, language }: { name: string; language: "en" | "sw" }) {
  const say = useSay();
  const router = useRouter();
  const [saved, setSaved] = useState(savedIn === say.language);
  useEffect(() => {
    savedIn = null;
  }, []);
  const send = async (given: Record<string, unknown>) => {
    const { language: chosen } = given;
    // Before it is sent: the page may be drawn anew with the answer itself.
    savedIn = (chosen === "en" || chosen === "sw") && chosen !== say.language ? chosen : null;
    const answer = await saveProfile(given).catch((error: unknown) => {
      savedIn = null;
      throw error;
    });
    if (!answer.ok) savedIn = null;
    return answer;
  };
  const form = useSend(send, () => {
    setSaved(true);
    router.refresh();
  });
  return (
    <form onSubmit={form.onSubmit} noValidate onChange={() => setSaved(false)} className="grid gap-4">
      <Field
        name="name"
        label={say("Name")}
        defaultValue={name}
        error={form.errorOf("name", say("Name"))}
        autoComplete="name"
        maxLength={120}
        required
      />
      <Choice
        name="language"
        legend={say("Language")}
        help={say("Which one you would rather read: the dashboard and your notifications follow it.")}
        chosen={language}
        options={[
          ["en", "English"],
          ["sw", "Kiswahili"],
        ]}
      />
      <End problem={form.problem} saved={saved ? say("Saved.") : ""} busy={form.busy} word={say("Save")} />
    </form>
  );
}

export function WishesForm({ bookings, byEmail }: Preferences) {
  const say = useSay();
  const [saved, setSaved] = useState(false);
  const form = useSend(
    (given) => saveProfile({ preferences: { bookings: given.bookings, byEmail: given.byEmail === "on" } }),
    () => setSaved(true),
  );
  return (
    <form onSubmit={form.onSubmit} noValidate onChange={() => setSaved(false)} className="grid gap-4">
      <Choice
        name="bookings"
        legend={say("New bookings")}
        help={say("Which ones you are told of, on the screen and in your notifications.")}
        chosen={bookings}
        options={[
          ["all", say("All that I may see")],
          ["own", say("Only my own")],
          ["none", say("None")],
        ]}
      />
      <label className="flex min-h-8 items-center gap-2 justify-self-start">
        <input type="checkbox" name="byEmail" defaultChecked={byEmail} className="size-4 accent-accent" />
        {say("By e-mail as well, while you have an address here")}
      </label>
      <End problem={form.problem} saved={saved ? say("Saved.") : ""} busy={form.busy} word={say("Save")} />
    </form>
  );
}

export function End(props: { problem: string; saved: string; busy: boolean; word: string }) {
  const { problem, saved, busy, word } = props;
  return (
    <>
      <ProblemLine>{problem}</ProblemLine>
      <div className="flex flex-wrap items-center justify-end gap-3">
        <SavedLine>{saved}</SavedLine>
        <Button type="submit" className="h-11 px-4" aria-disabled={busy}>
          {word}
        </Button>
      </div>
    </>
  );
}
