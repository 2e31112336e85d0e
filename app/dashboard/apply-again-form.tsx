"use client";

import { useActionState } from "react";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { useSay } from "@/app/_words/use-say";
import { Button } from "../_components/ui/button";
import { Field } from "../_components/ui/field";
import { applyOnceMore } from "./actions";

type Props = { tenantId: string; known: { businessName: string; city: string; phone: string } };

export function ApplyAgainForm({ tenantId, known }: Props) {
  const say = useSay();
  const [state, send, busy] = useActionState(applyOnceMore, { typed: known, errors: {}, problem: "" });
  const { typed, errors } = state;
  return (
    <form action={send} className="grid max-w-88 gap-4">
      <input type="hidden" name="tenantId" value={tenantId} />
      <Field
        label={say("Name")}
        name="businessName"
        required
        maxLength={60}
        defaultValue={typed.businessName}
        error={errors.businessName}
      />
      <Field label={say("Town")} name="city" required maxLength={60} defaultValue={typed.city} error={errors.city} />
      <Field
        label={say("Phone")}
        name="phone"
        type="tel"
        required
        maxLength={40}
        defaultValue={typed.phone}
        error={errors.phone}
      />
      <ProblemLine>{state.problem}</ProblemLine>
      <Button type="submit" kind="primary" size="large" disabled={busy}>
        {busy ? say("Applying") : say("Apply again")}
      </Button>
    </form>
  );
}
