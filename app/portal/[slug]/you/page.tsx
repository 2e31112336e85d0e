import type { Metadata } from "next";
import { headers } from "next/headers";
import Link from "next/link";
import { redirect } from "next/navigation";
import { OwnPhoto } from "@/app/_components/forms/own-photo";
import { currentAccount } from "@/app/_server/account";
import { answersForm } from "@/app/_server/form";
import { requestOrigin } from "@/app/_server/origin";
import { portalTitle } from "@/app/_server/portal-page";
import { plainBarButton } from "@/app/book/_parts/bar";
import { privacyHref } from "@/app/book/_parts/plain-links";
import { guest, openTenantAt } from "@/app/book/_parts/tenant";
import { readablePhone } from "@/app/book/_parts/words";
import { type Account, listAccountDevices } from "@/lib/auth/account-sessions";
import { allows, type Consent, consentsOf } from "@/lib/customers/consent";
import { shown, wordings } from "@/lib/customers/consent-words";
import { type OwnCustomer, ownCustomer } from "@/lib/customers/own-customer";
import { ownPhotoVersion } from "@/lib/customers/own-photo";
import { type OwnSigns, ownSigns } from "@/lib/notifications/own-signs";
import { pushKeys } from "@/lib/notifications/transports/push-keys";
import { now } from "@/lib/platform/clock";
import type { PublicTenant } from "@/lib/tenancy/doors/find-tenant";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { CodeForm } from "../code-form";
import { Corner } from "../corner";
import { NameForm } from "../name-form";
import { type PortalWords, portalWords } from "../portal-words";
import { codeStart } from "../through-code";
import { changeEmail, changeName, changePhone, usePhoneHere } from "./actions";
import { AllowForm } from "./allow-form";
import { Devices } from "./devices";
import { OneButton } from "./one-button";
import { ThisBrowser } from "./this-browser";
import { WishesForm } from "./wishes-form";

type Props = { params: Promise<{ slug: string }> };

export const generateMetadata = (): Promise<Metadata> => portalTitle((language) => portalWords[language].details);

export default async function PortalDetailsPage({ params }: Props) {
  const { slug } = await params;
  const tenant = await openTenantAt(slug);
  if (!tenant) return null;
  const account = await currentAccount();
  const known = account && (await knownHere(tenant, account));
  // Whose sign-in ended while they typed gets their form back, and nothing else.
  if (!known && !(await answersForm())) redirect(`/portal/${slug}`);
  const own = known?.own;
  const language = own?.language ?? "en";
  const words = portalWords[language];
  const whose = `${tenant.id} ${account?.accountId}`;
  return (
    <Corner
      slug={slug}
      at="you"
      language={language}
      house={tenant.name}
      signs={known?.signs ?? { since: now().getTime(), unread: 0, booking: "", points: "" }}
      title={words.details}
      about={
        <>
          {words.knows(tenant.name)}
          {account ? (
            <>
              , {words.withPhone} <span className="whitespace-nowrap tabular-nums">{readablePhone(account.phone)}</span>
            </>
          ) : null}
          .
        </>
      }
    >
      <div className="grid content-start gap-8">
        {account && own && own.phone !== account.phone ? (
          <OtherPhone tenant={tenant} has={own.phone} phone={account.phone} words={words} />
        ) : null}
        {known ? (
          <div className="grid gap-2">
            <OwnPhoto
              address={`/api/portal/${slug}/me/photo`}
              name={known.own.name}
              version={known.photo}
              words={words.ownPhoto}
            />
            <p className="text-sm text-quiet">{words.photoAbout}</p>
          </div>
        ) : null}
        <NameForm slug={slug} language={language} known={own?.name ?? ""} send={changeName} />
        <CodeForm
          slug={slug}
          language={language}
          start={await codeStart("portal-email", whose, own?.email ?? "")}
          action={changeEmail}
          field="email"
          label={words.email}
          help={words.emailHelp}
          confirm={words.confirm}
          button={plainBarButton}
        />
        <CodeForm
          slug={slug}
          language={language}
          start={await codeStart("portal-phone", whose, "")}
          action={changePhone}
          field="phone"
          label={words.phone}
          help={words.phoneHelp}
          confirm={words.confirm}
          button={plainBarButton}
        />
        <WishesForm
          slug={slug}
          language={language}
          known={{ language, ...(own?.wishes ?? { bySms: true, byEmail: false }) }}
          email={own?.email ?? null}
        />
        {known ? <ThisBrowser slug={slug} language={language} pushKey={pushKeys().publicKey} /> : null}
        {known ? (
          <>
            <AllowForm
              slug={slug}
              language={language}
              known={{ marketing: allows(known.consents, "marketing") }}
              words={wordings[shown.marketing].words(tenant.name)[language]}
              since={saidWords(known.consents, tenant, words)}
            />
            <OwnData slug={slug} words={words} />
          </>
        ) : null}
        {account && own ? (
          <Devices
            slug={slug}
            language={language}
            timeZone={tenant.timeZone}
            devices={await listAccountDevices(account)}
          />
        ) : null}
      </div>
    </Corner>
  );
}

type Known = { own: OwnCustomer; photo: string | null; consents: Consent[]; signs: OwnSigns };

async function knownHere(tenant: PublicTenant, account: Account): Promise<Known | null> {
  const from = requestOrigin(await headers());
  return withTenant(tenant.id, { ...guest, from }, async (scope) => {
    const own = await ownCustomer(scope, account);
    if (!own) return null;
    return {
      own,
      signs: await ownSigns(scope, own.id),
      photo: await ownPhotoVersion(scope, own.id),
      consents: await consentsOf(scope, own.id),
    };
  });
}

/** What was said last, and where. */
function saidWords(consents: readonly Consent[], { timeZone }: PublicTenant, words: PortalWords): string {
  const last = consents.find(({ purpose }) => purpose === "marketing");
  return last ? words.said(last.granted, last.at, timeZone, words.sources[last.source]) : words.saidNothing;
}

/** Everything the business knows of them, to take away. */
const OwnData = ({ slug, words }: { slug: string; words: PortalWords }) => (
  <section aria-labelledby="own-data" className="grid max-w-[34rem] justify-items-start gap-2">
    <h2 id="own-data" className="font-medium">
      {words.data}
    </h2>
    <p className="text-quiet">
      {words.dataAbout}{" "}
      <Link href={privacyHref(slug)} prefetch={false} className="underline underline-offset-4">
        {words.notice}
      </Link>
      .
    </p>
    <div className="flex flex-wrap gap-3">
      <a href={`/api/portal/${slug}/me/export?format=csv`} download className={plainBarButton}>
        {words.table}
      </a>
      <a href={`/api/portal/${slug}/me/export?format=json`} download className={plainBarButton}>
        {words.json}
      </a>
    </div>
  </section>
);

type OtherPhoneProps = { tenant: PublicTenant; has: string | null; phone: string; words: PortalWords };

function OtherPhone({ tenant, has, phone, words }: OtherPhoneProps) {
  return (
    <div className="grid max-w-[34rem] gap-3 rounded-panel border border-edge bg-surface p-4">
      <p>{words.otherPhone(tenant.name, has && readablePhone(has))}</p>
      <OneButton slug={tenant.slug} action={usePhoneHere} className={plainBarButton}>
        {words.usePhone(readablePhone(phone))}
      </OneButton>
    </div>
  );
}
