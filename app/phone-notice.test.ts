import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL(".", import.meta.url));

const asksForPhone =
  /type(=|: )"tel"|\? "tel"|inputMode="tel"|autoComplete(=|: )"tel"|name="phone"|(?<![-\w]|<Fact )label=(\{say\()?"[^"]*[Pp]hone/;
const saysWhatFor = /<PrivacyLine\b|<DeskNotice\b|^\s*\{notice\}$/m;

/** Where the number is no customer's, or the notice stands in what draws the field. */
const excused: Record<string, string> = {
  "(auth)/register/register-form.tsx": "the business's own, with the terms beside it",
  "(auth)/login/login-form.tsx": "how somebody of the house signs in",
  "(auth)/forgot-password/forgot-form.tsx": "how somebody of the house signs in",
  "profile/_parts/contact-form.tsx": "how somebody of the house signs in",
  "dashboard/apply-again-form.tsx": "the business's own",
  "dashboard/[tenantId]/settings/business/business-form.tsx": "the business's own",
  "dashboard/[tenantId]/settings/plan/pay-form.tsx": "the business's own",
  "dashboard/[tenantId]/staff/[staffId]/profile-form.tsx": "of somebody who works here, with its own help",
  "dashboard/[tenantId]/staff/[staffId]/login-section.tsx": "of somebody who works here",
  "dashboard/[tenantId]/settings/integrations/test-form.tsx": "to see whether messages arrive",
  "dashboard/[tenantId]/members/invite-sheet.tsx": "of somebody who works here",
};

const forms = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith(".tsx"))
  .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
  .filter((file) => asksForPhone.test(readFileSync(join(root, file), "utf8")));
const silent = forms.filter((file) => !saysWhatFor.test(readFileSync(join(root, file), "utf8")));

test("beside every field for a customer's number stands what it is for", () => {
  expect(silent.filter((file) => !excused[file])).toEqual([]);
});

test("no excuse is left of a form that needs none", () => {
  expect(Object.keys(excused).filter((file) => !silent.includes(file))).toEqual([]);
});

test("the scan saw the forms", () => {
  expect(forms.length - silent.length).toBeGreaterThanOrEqual(9);
});
