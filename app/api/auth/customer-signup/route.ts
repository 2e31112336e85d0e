import { z } from "zod";
import { foreignRefusal } from "@/app/_server/origin";
import { askForCode, enterWithCode } from "@/app/_server/portal-entry";
import { invalid, problem } from "@/app/_server/problem";
import { notOpen } from "@/app/_server/public-route";
import { anyoneCommand, json, notFoundProblem, tooMany } from "@/app/_server/route";
import { addressOf } from "@/lib/platform/client-address";
import { findTenant } from "@/lib/tenancy/doors/find-tenant";

const input = z.object({
  slug: z.string().max(60),
  phone: z.string().max(40),
  code: z
    .string()
    .regex(/^\d{6}$/, "is six digits")
    .optional(),
});

/** Without a code one is sent (202); with it the caller is signed in as the phone's holder (200 and the portal's cookie). */
export const POST = anyoneCommand("anyone", input, async ({ slug, phone, code }, { headers }) => {
  // What sets a cookie is asked for by our own page, or another site could sign a visitor in as somebody else.
  const foreign = code === undefined ? null : foreignRefusal(headers);
  if (foreign) return foreign;
  const tenant = await findTenant(slug);
  if (!tenant || tenant.status === "rejected") return notFoundProblem();
  if (tenant.status !== "active") return notOpen(tenant);
  const result =
    code === undefined
      ? await askForCode(tenant, phone, addressOf(headers))
      : await enterWithCode(phone, code, headers.get("user-agent") ?? "");
  if (result.ok) return json({ phone: result.value.phone }, code === undefined ? 202 : 200);
  switch (result.refusal) {
    case "no_phone":
      return invalid({ phone: ["is not a number we can reach: write it like 0712 345 678"] });
    case "too_often":
      return tooMany({ ok: false, retryAfterSeconds: result.retryAfterSeconds });
    case "wrong":
      return invalid({ code: ["is not right"] });
    case "too_many":
      return problem(422, "code_over", "This code no longer works. Ask for a new one.");
  }
});
