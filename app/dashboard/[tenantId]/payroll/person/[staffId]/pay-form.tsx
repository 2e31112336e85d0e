"use client";

import { toast } from "sonner";
import { useAct } from "@/app/_components/data/use-act";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { useSend } from "@/app/_components/forms/use-send";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { useSay } from "@/app/_words/use-say";
import { PaidFromField } from "../../../paid-from-field";
import { payOut } from "../../actions";

/** Says that somebody has got what their payslip says. */
export function PayForm({ staffId, periodId }: { staffId: string; periodId: string }) {
  const say = useSay();
  const act = useAct("payroll");
  const { busy, problem, onSubmit, errorOf } = useSend(
    ({ paidFrom, reference }) => act((tenantId) => payOut(tenantId, { staffId, periodId, paidFrom, reference })),
    () => toast(say("Paid out")),
  );
  return (
    <form onSubmit={onSubmit} noValidate aria-label={say("Pay out")} className="grid gap-4 border-t pt-4">
      <PaidFromField error={errorOf("paidFrom", say("Where it is paid from"))} />
      <Field
        name="reference"
        label={say("Reference")}
        help={say("An M-Pesa code or a bank’s number, if there is one.")}
        error={errorOf("reference", say("The reference"))}
        maxLength={60}
        autoComplete="off"
      />
      <ProblemLine>{problem}</ProblemLine>
      <Button type="submit" kind="primary" size="large" aria-disabled={busy} className="justify-self-start">
        {busy ? say("One moment") : say("It is paid")}
      </Button>
    </form>
  );
}
