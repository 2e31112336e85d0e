import type { Metadata } from "next";
import { openTenantAt } from "../../_parts/tenant";
import { HereForm } from "./here-form";

export const metadata: Metadata = { title: "I’m here", robots: { index: false } };

type Props = { params: Promise<{ slug: string }> };

/** Where the sign at the front desk leads. */
export default async function HerePage({ params }: Props) {
  const tenant = await openTenantAt((await params).slug);
  if (!tenant) return null;
  return (
    <div className="grid gap-5 pt-2 pb-8 lg:pt-0">
      <div>
        <h1 className="text-lg sm:text-xl">Checking in</h1>
        <p className="mt-1 text-quiet">Tell {tenant.name} that you are here, and take a seat.</p>
      </div>
      <HereForm slug={tenant.slug} />
    </div>
  );
}
