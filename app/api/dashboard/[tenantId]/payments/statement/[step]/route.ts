import { invalid } from "@/app/_server/problem";
import { memberUploadErrand, notFoundProblem } from "@/app/_server/route";
import { previewStatement, readInStatement } from "@/lib/payments/read-in-statement";
import { mostStatementBytes, mostStatementRows, readStatement, type Unreadable } from "@/lib/payments/statement";
import { readTenant } from "@/lib/tenancy/with-tenant";

const faults: Record<Unreadable["why"], string> = {
  no_file: "is no CSV file",
  no_columns: "has no columns “Receipt No.”, “Completion Time” and “Paid In”: save it as CSV on the M-Pesa portal",
  too_many: `holds more than ${mostStatementRows} payments: save a shorter time`,
};

/** A statement, as the portal saves it: looked at first, then read in with what is for nothing known, or without. */
export const POST = memberUploadErrand<{ step: string }>(
  "payments.match",
  mostStatementBytes,
  async ({ actor }, bytes, { tenantId, step }) => {
    if (step !== "preview" && step !== "all" && step !== "known") return notFoundProblem();
    const statement = readStatement(bytes.toString("utf8"));
    if (statement.kind === "unreadable") return invalid({ file: [faults[statement.why]] });
    return step === "preview"
      ? readTenant(tenantId, actor, (scope) => previewStatement(scope, statement))
      : readInStatement(tenantId, actor, statement, { keepUnknown: step === "all" });
  },
);
