import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { currentAccount } from "@/app/_server/account";
import { barButton } from "@/app/book/_parts/bar";
import { openTenantAt } from "@/app/book/_parts/tenant";
import { enter } from "../actions";
import { CodeForm } from "../code-form";
import { codeStart } from "../through-code";

export const metadata: Metadata = { title: "Sign in" };

type Props = { params: Promise<{ slug: string }> };

export default async function PortalSignInPage({ params }: Props) {
  const { slug } = await params;
  const tenant = await openTenantAt(slug);
  if (!tenant) return null;
  if (await currentAccount()) redirect(`/portal/${slug}`);
  return (
    <div className="grid max-w-[34rem] gap-6 pt-2 pb-8 lg:pt-0">
      <div>
        <h1 className="text-lg sm:text-xl">See your bookings</h1>
        <p className="mt-1 text-quiet">No password: we send a code to your phone.</p>
      </div>
      <CodeForm
        slug={slug}
        language="en"
        start={await codeStart("portal-entry", tenant.id, "")}
        action={enter}
        field="phone"
        label="Phone"
        help="Like 0712 345 678."
        confirm="Sign in"
        button={barButton}
      />
    </div>
  );
}
