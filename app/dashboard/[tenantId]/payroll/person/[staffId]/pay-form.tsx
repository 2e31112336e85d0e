"use client";

import { toast } from "sonner";
import { useAct } from "@/app/_components/data/use-act";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { useSend } from "@/app/_components/forms/use-send";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { PaidFromField } from "../../../paid-from-field";
import { payOut } from "../../actions";

/** Says that somebody has got what their payslip says. */
export function PayForm({ staffId, periodId }: { staffId: string; periodId: string }) {
  const act = useAct("payroll");
  const { busy, problem, onSubmit, errorOf } = useSend(
    ({ paidFrom, reference }) => act((tenantId) => payOut(tenantId, { staffId, periodId, paidFrom, reference })),
    () => toast("Paid out"),
  );
  return (
    <form onSubmit={onSubmit} noValidate aria-label="Pay out" className="grid gap-4 border-t pt-4">
      <PaidFromField error={errorOf("paidFrom", "Where it is paid from")} />
      <Field
        name="reference"
        label="Reference"
        help="An M-Pesa code or a bank’s number, if there is one."
        error={errorOf("reference", "The reference")}
        maxLength={60}
        autoComplete="off"
      />
      <ProblemLine>{problem}</ProblemLine>
      <Button type="submit" kind="primary" size="large" aria-disabled={busy} className="justify-self-start">
        {busy ? "One moment" : "It is paid"}
      </Button>
    </form>
  );
}
