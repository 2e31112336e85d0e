import { foreignRefusal, requestOrigin } from "@/app/_server/origin";
import { askForCode, enterWithCode } from "@/app/_server/portal-entry";
import { invalid, problem } from "@/app/_server/problem";
import { notOpen } from "@/app/_server/public-route";
import { anyoneCommand, json, notFoundProblem, tooMany } from "@/app/_server/route";
import { customerSignupShape } from "@/lib/auth/input";
import { findTenant } from "@/lib/tenancy/doors/find-tenant";

/** Without a code one is sent (202, with its challenge); with both the caller is signed in as the phone's holder (200 and the portal's cookie). */
export const POST = anyoneCommand(
  "anyone",
  customerSignupShape,
  async ({ slug, phone, code, challenge }, { headers }) => {
    // What sets a cookie is asked for by our own page, or another site could sign a visitor in as somebody else.
    const foreign = code === undefined ? null : foreignRefusal(headers);
    if (foreign) return foreign;
    const tenant = await findTenant(slug);
    if (!tenant || tenant.status === "rejected") return notFoundProblem();
    if (tenant.status !== "active") return notOpen(tenant);
    if (code !== undefined && challenge === undefined) return invalid({ challenge: ["goes with the code"] });
    const by = { from: requestOrigin(headers), userAgent: headers.get("user-agent") ?? "" };
    const result =
      code === undefined || challenge === undefined
        ? await askForCode(tenant, phone, by.from.address)
        : await enterWithCode({ phone, challenge, code }, by);
    if (result.ok) {
      const { value } = result;
      return "challenge" in value ? json(value, 202) : json({ phone: value.phone });
    }
    switch (result.refusal) {
      case "no_phone":
        return invalid({ phone: ["is not a number we can reach: write it like 0712 345 678"] });
      case "no_country":
        return invalid({ phone: ["is in a country to which we cannot send SMS yet"] });
      case "too_often":
        return tooMany({ ok: false, retryAfterSeconds: result.retryAfterSeconds });
      case "wrong":
        return invalid({ code: ["is not right"] });
      case "too_many":
        return problem(422, "code_over", "This code no longer works. Ask for a new one.");
    }
  },
);
