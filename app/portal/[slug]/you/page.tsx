import type { Metadata } from "next";
import { headers } from "next/headers";
import Link from "next/link";
import { redirect } from "next/navigation";
import { OwnPhoto } from "@/app/_components/forms/own-photo";
import { currentAccount } from "@/app/_server/account";
import { answersForm } from "@/app/_server/form";
import { requestOrigin } from "@/app/_server/origin";
import { plainBarButton } from "@/app/book/_parts/bar";
import { privacyHref } from "@/app/book/_parts/links";
import { guest, openTenantAt } from "@/app/book/_parts/tenant";
import { readablePhone } from "@/app/book/_parts/words";
import { type Account, listAccountDevices } from "@/lib/auth/account-sessions";
import { allows, type Consent, consentsOf } from "@/lib/customers/consent";
import { shown, sourceWords, wordings } from "@/lib/customers/consent-words";
import { type OwnCustomer, ownCustomer } from "@/lib/customers/own-customer";
import { ownPhotoVersion } from "@/lib/customers/own-photo";
import { formatDate } from "@/lib/platform/format";
import type { PublicTenant } from "@/lib/tenancy/doors/find-tenant";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { CodeForm } from "../code-form";
import { NameForm } from "../name-form";
import { codeStart } from "../through-code";
import { changeEmail, changeName, changePhone, usePhoneHere } from "./actions";
import { AllowForm } from "./allow-form";
import { Devices } from "./devices";
import { OneButton } from "./one-button";
import { WishesForm } from "./wishes-form";

export const metadata: Metadata = { title: "Your details" };

type Props = { params: Promise<{ slug: string }> };

export default async function PortalDetailsPage({ params }: Props) {
  const { slug } = await params;
  const tenant = await openTenantAt(slug);
  if (!tenant) return null;
  const account = await currentAccount();
  const known = account && (await knownHere(tenant, account));
  // Whose sign-in ended while they typed gets their form back, and nothing else.
  if (!known && !(await answersForm())) redirect(`/portal/${slug}`);
  const own = known?.own;
  const whose = `${tenant.id} ${account?.accountId}`;
  return (
    <div className="grid gap-8 pt-2 pb-8 lg:pt-0">
      <div>
        <Link href={`/portal/${slug}`} prefetch={false} className="text-quiet underline underline-offset-4">
          Your bookings
        </Link>
        <h1 className="mt-2 text-lg sm:text-xl">Your details</h1>
        <p className="mt-1 text-quiet">
          What {tenant.name} knows you by
          {account ? (
            <>
              , with the phone <span className="whitespace-nowrap tabular-nums">{readablePhone(account.phone)}</span>
            </>
          ) : null}
          .
        </p>
      </div>
      {account && own && own.phone !== account.phone ? (
        <OtherPhone tenant={tenant} has={own.phone} phone={account.phone} />
      ) : null}
      {known ? (
        <div className="grid gap-2">
          <OwnPhoto address={`/api/portal/${slug}/me/photo`} name={known.own.name} version={known.photo} />
          <p className="text-sm text-quiet">Only you see it so far, and no other business will.</p>
        </div>
      ) : null}
      <NameForm slug={slug} known={own?.name ?? ""} send={changeName} />
      <CodeForm
        slug={slug}
        start={await codeStart("portal-email", whose, own?.email ?? "")}
        action={changeEmail}
        field="email"
        label="Your e-mail"
        help="We send a code there to see that it is yours."
        confirm="Confirm"
        button={plainBarButton}
      />
      <CodeForm
        slug={slug}
        start={await codeStart("portal-phone", whose, "")}
        action={changePhone}
        field="phone"
        label="New phone"
        help="We send a code there. From then on you sign in with it, and your other devices are signed out."
        confirm="Confirm"
        button={plainBarButton}
      />
      <WishesForm
        slug={slug}
        known={{ language: own?.language ?? "en", ...(own?.wishes ?? { bySms: true, byEmail: false }) }}
        email={own?.email ?? null}
      />
      {known ? (
        <>
          <AllowForm
            slug={slug}
            known={{ marketing: allows(known.consents, "marketing") }}
            words={wordings[shown.marketing].words(tenant.name)[known.own.language]}
            since={saidWords(known.consents, tenant)}
          />
          <OwnData slug={slug} />
        </>
      ) : null}
      {account && own ? <Devices slug={slug} devices={await listAccountDevices(account)} /> : null}
    </div>
  );
}

async function knownHere(
  tenant: PublicTenant,
  account: Account,
): Promise<{ own: OwnCustomer; photo: string | null; consents: Consent[] } | null> {
  const from = requestOrigin(await headers());
  return withTenant(tenant.id, { ...guest, from }, async (scope) => {
    const own = await ownCustomer(scope, account);
    if (!own) return null;
    return { own, photo: await ownPhotoVersion(scope, own.id), consents: await consentsOf(scope, own.id) };
  });
}

/** What was said last, and where. */
function saidWords(consents: readonly Consent[], tenant: PublicTenant): string {
  const last = consents.find(({ purpose }) => purpose === "marketing");
  if (!last) return "You have said nothing about it so far, which means no.";
  return `You said ${last.granted ? "yes" : "no"} on ${formatDate(last.at, tenant.timeZone)}, ${sourceWords[last.source]}.`;
}

/** Everything the business knows of them, to take away. */
const OwnData = ({ slug }: { slug: string }) => (
  <section aria-labelledby="own-data" className="grid max-w-[34rem] justify-items-start gap-2">
    <h2 id="own-data" className="font-medium">
      Your data
    </h2>
    <p className="text-quiet">
      Everything known of you here, as a file. To have it erased, ask the business; what it does with it is in its{" "}
      <Link href={privacyHref(slug)} prefetch={false} className="underline underline-offset-4">
        privacy notice
      </Link>
      .
    </p>
    <div className="flex flex-wrap gap-3">
      <a href={`/api/portal/${slug}/me/export?format=csv`} download className={plainBarButton}>
        As a table (CSV)
      </a>
      <a href={`/api/portal/${slug}/me/export?format=json`} download className={plainBarButton}>
        As JSON
      </a>
    </div>
  </section>
);

function OtherPhone({ tenant, has, phone }: { tenant: PublicTenant; has: string | null; phone: string }) {
  return (
    <div className="grid max-w-[34rem] gap-3 rounded-panel border border-edge bg-surface p-4">
      <p>{has ? `${tenant.name} still writes to ${readablePhone(has)}.` : `${tenant.name} has no phone of yours.`}</p>
      <OneButton slug={tenant.slug} action={usePhoneHere} className={plainBarButton}>
        Use {readablePhone(phone)} here
      </OneButton>
    </div>
  );
}
