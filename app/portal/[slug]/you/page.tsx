import type { Metadata } from "next";
import { headers } from "next/headers";
import Link from "next/link";
import { redirect } from "next/navigation";
import { currentAccount } from "@/app/_server/account";
import { requestOrigin } from "@/app/_server/origin";
import { guest, openTenantAt } from "@/app/book/_parts/tenant";
import { readablePhone } from "@/app/book/_parts/words";
import { type AccountDevice, listAccountDevices } from "@/lib/auth/account-sessions";
import { ownCustomer } from "@/lib/customers/own-customer";
import { now } from "@/lib/platform/clock";
import { formatAgo } from "@/lib/platform/format";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { NameForm } from "../name-form";
import { changeName, endDevice, endOtherDevices } from "./actions";
import { EmailForm } from "./email-form";

export const metadata: Metadata = { title: "Your details" };

type Props = { params: Promise<{ slug: string }> };

export default async function PortalDetailsPage({ params }: Props) {
  const { slug } = await params;
  const tenant = await openTenantAt(slug);
  if (!tenant) return null;
  const account = await currentAccount();
  const own =
    account &&
    (await withTenant(tenant.id, { ...guest, from: requestOrigin(await headers()) }, (scope) =>
      ownCustomer(scope, account),
    ));
  if (!own) redirect(`/portal/${slug}`);
  return (
    <div className="grid gap-8 pt-2 pb-8 lg:pt-0">
      <div>
        <Link href={`/portal/${slug}`} prefetch={false} className="text-quiet underline underline-offset-4">
          Your bookings
        </Link>
        <h1 className="mt-2 text-lg sm:text-xl">Your details</h1>
        <p className="mt-1 text-quiet">
          What {tenant.name} knows you by, with the phone{" "}
          <span className="whitespace-nowrap tabular-nums">{readablePhone(account.phone)}</span>.
        </p>
      </div>
      <NameForm slug={slug} known={own.name} send={changeName} />
      <EmailForm slug={slug} known={own.email ?? ""} />
      <Devices slug={slug} devices={await listAccountDevices(account)} />
    </div>
  );
}

function Devices({ slug, devices }: { slug: string; devices: AccountDevice[] }) {
  const at = now().toISOString();
  return (
    <section aria-labelledby="devices" className="grid max-w-[34rem] gap-3">
      <h2 id="devices" className="font-medium">
        Where you are signed in
      </h2>
      <ul className="divide-y divide-line border-y border-line">
        {devices.map(({ id, device, lastSeenAt, isThis }) => (
          <li key={id} className="flex min-h-14 items-center justify-between gap-4 py-1">
            <span className="min-w-0">
              <span className="block">{device}</span>
              <span className="block text-sm text-quiet">
                {isThis ? "This device" : `Last used ${formatAgo(lastSeenAt, at)}`}
              </span>
            </span>
            {isThis ? null : (
              <form action={endDevice}>
                <input type="hidden" name="slug" value={slug} />
                <input type="hidden" name="id" value={id} />
                <button type="submit" className="h-12 rounded-control px-4 font-medium hover:bg-wash">
                  Sign out<span className="sr-only"> {device}</span>
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {devices.length > 1 ? (
        <form action={endOtherDevices}>
          <input type="hidden" name="slug" value={slug} />
          <button type="submit" className="h-12 rounded-control px-4 font-medium hover:bg-wash">
            Sign out everywhere else
          </button>
        </form>
      ) : null}
    </section>
  );
}
