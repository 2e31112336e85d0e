"use client";

import { type FormEvent, startTransition, useActionState } from "react";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { setUp } from "./actions";

export function SetupForm({ token }: { token: string }) {
  const [state, send, busy] = useActionState(setUp, { typed: {}, errors: {}, problem: "" });
  const { typed, errors } = state;
  // Sent by hand, React leaves the fields as they are, the password included.
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    startTransition(() => send(given));
  };
  return (
    <form action={send} onSubmit={submit} noValidate className="grid gap-4">
      <input type="hidden" name="token" value={token} />
      <Field
        label="Your name"
        name="name"
        autoComplete="name"
        required
        maxLength={80}
        defaultValue={typed.name}
        error={errors.name}
      />
      <Field
        label="E-mail"
        name="email"
        type="email"
        autoComplete="username"
        required
        defaultValue={typed.email}
        error={errors.email}
      />
      <Field
        label="Password"
        name="password"
        type="password"
        autoComplete="new-password"
        required
        error={errors.password}
        help="At least 10 characters. Three or four words of your own are good."
      />
      <p role="alert" className="text-danger empty:hidden">
        {state.problem}
      </p>
      <Button type="submit" kind="primary" size="large" disabled={busy}>
        {busy ? "Setting up" : "Make the first admin"}
      </Button>
    </form>
  );
}
