import type { z } from "zod";
import { deskProblem } from "@/app/_server/desk-refused";
import { memberCommand, notFoundProblem } from "@/app/_server/route";
import { waiveFeeInput } from "@/lib/bookings/input";
import { forgiveFee } from "@/lib/payments/forgive-fee";
import { isId } from "@/lib/platform/ids";

/** Waives what is owed for it. */
export const DELETE = memberCommand<z.output<typeof waiveFeeInput>, { id: string }>(
  "fees.waive",
  waiveFeeInput,
  async (scope, _, { reason }, { id }) => {
    if (!isId(id)) return notFoundProblem();
    const waived = await forgiveFee(scope, { id, reason });
    return waived.ok ? waived.value : deskProblem(waived);
  },
);
