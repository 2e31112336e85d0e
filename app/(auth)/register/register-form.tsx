"use client";

import Link from "next/link";
import { type ReactNode, useActionState, useEffect, useRef } from "react";
import { LoginFields } from "@/app/_components/forms/login-fields";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { sendByHand } from "@/app/_components/forms/send-by-hand";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { SelectField } from "@/app/_components/ui/select-field";
import { useSay } from "@/app/_words/use-say";
import { businessTypes } from "@/lib/tenancy/rules";
import { register } from "./actions";
import { nothingTyped } from "./form-state";

type Props = { timeZones: string[]; signedInAs: string | null };

const linkTo = (href: string) => (chunks: ReactNode) => (
  <Link href={href} target="_blank" className="underline underline-offset-4">
    {chunks}
  </Link>
);

export function RegisterForm({ timeZones, signedInAs }: Props) {
  const say = useSay();
  const [state, send, busy] = useActionState(register, nothingTyped);
  const form = useRef<HTMLFormElement>(null);
  const { typed, errors } = state;

  useEffect(() => {
    if (state.problem) form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [state]);

  return (
    <form ref={form} action={send} onSubmit={sendByHand(send)} noValidate className="grid gap-8">
      <fieldset className="grid gap-4">
        <legend className="mb-4 text-md font-semibold">{say("Your business")}</legend>
        <Field
          label={say("Name")}
          name="businessName"
          autoComplete="organization"
          required
          maxLength={60}
          defaultValue={typed.businessName}
          error={errors.businessName}
          help={say("Your booking address is made from it.")}
        />
        <SelectField
          label={say("Kind of business")}
          name="businessType"
          required
          defaultValue={typed.businessType ?? ""}
          error={errors.businessType}
          help={say("You start with a price list for it, which you can change.")}
          choices={[
            { value: "", label: say("Choose"), disabled: true },
            ...Object.entries(businessTypes).map(([value, label]) => ({ value, label: say.known(label) })),
          ]}
        />
        <Field
          label={say("Town")}
          name="city"
          autoComplete="address-level2"
          required
          maxLength={60}
          defaultValue={typed.city}
          error={errors.city}
        />
        <Field
          label={say("Phone")}
          name="phone"
          type="tel"
          autoComplete="tel"
          required
          maxLength={40}
          defaultValue={typed.phone}
          error={errors.phone}
          help={say("Customers call it, and we do to check that it is you.")}
        />
        <SelectField
          label={say("Time zone")}
          name="timeZone"
          defaultValue={typed.timeZone ?? "Africa/Nairobi"}
          error={errors.timeZone}
          choices={timeZones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
        />
      </fieldset>

      {signedInAs ? (
        <p className="text-quiet">{say("It will belong to {signedInAs}, who is signed in here.", { signedInAs })}</p>
      ) : (
        <fieldset className="grid gap-4">
          <legend className="mb-4 text-md font-semibold">{say("You")}</legend>
          <LoginFields typed={typed} errors={errors} />
        </fieldset>
      )}

      <div className="grid gap-1.5">
        <label className="flex min-h-11 items-start gap-3 py-2.5">
          <input
            type="checkbox"
            name="acceptTerms"
            required
            defaultChecked={state.accepted}
            aria-invalid={errors.acceptTerms ? true : undefined}
            aria-describedby={errors.acceptTerms ? "acceptTerms-note" : undefined}
            className="mt-0.5 size-5 shrink-0 accent-accent"
          />
          <span>
            {say.rich(
              "I accept the <terms>terms</terms> and have read how <privacy>personal data</privacy> is treated.",
              { terms: linkTo("/terms"), privacy: linkTo("/privacy") },
            )}
          </span>
        </label>
        {errors.acceptTerms ? (
          <p id="acceptTerms-note" className="text-danger">
            {errors.acceptTerms}
          </p>
        ) : null}
      </div>

      <div className="grid gap-3">
        <ProblemLine>{state.problem}</ProblemLine>
        <Button type="submit" kind="primary" size="large" disabled={busy}>
          {busy ? say("Registering") : say("Register")}
        </Button>
      </div>
    </form>
  );
}
