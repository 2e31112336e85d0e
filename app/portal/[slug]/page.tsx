import type { Metadata } from "next";
import { headers } from "next/headers";
import Link from "next/link";
import { redirect } from "next/navigation";
import { currentAccount } from "@/app/_server/account";
import { answersForm } from "@/app/_server/form";
import { languageHere } from "@/app/_server/language";
import { requestOrigin } from "@/app/_server/origin";
import { portalTitle } from "@/app/_server/portal-page";
import { barButton, plainBarButton } from "@/app/book/_parts/bar";
import { servicesHref } from "@/app/book/_parts/links";
import { guest, openTenantAt } from "@/app/book/_parts/tenant";
import { readablePhone } from "@/app/book/_parts/words";
import { listOwn } from "@/lib/bookings/list-own";
import { ownCustomer } from "@/lib/customers/own-customer";
import { ownSigns } from "@/lib/notifications/own-signs";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { ownMoney } from "@/lib/till/own-money";
import { Bookings } from "./bookings";
import { Corner } from "./corner";
import { NameForm } from "./name-form";
import { portalWords } from "./portal-words";
import { SignOut } from "./sign-out";

type Props = { params: Promise<{ slug: string }> };

export const generateMetadata = (): Promise<Metadata> => portalTitle((language) => portalWords[language].yourBookings);

export default async function PortalPage({ params }: Props) {
  const { slug } = await params;
  const tenant = await openTenantAt(slug);
  if (!tenant) return null;
  const account = await currentAccount();
  // Whose sign-in ended while they typed their name gets the form back.
  if (!account && !(await answersForm())) redirect(`/portal/${slug}/sign-in`);
  const known =
    account &&
    (await withTenant(tenant.id, { ...guest, from: requestOrigin(await headers()) }, async (scope) => {
      const own = await ownCustomer(scope, account);
      if (!own) return null;
      const bookings = await listOwn(scope, own.id);
      const money = await ownMoney(
        scope,
        [...bookings.toCome, ...bookings.past].map(({ id }) => id),
      );
      return { own, bookings, money, signs: await ownSigns(scope, own.id) };
    }));
  const phone = account ? <span className="tabular-nums">{readablePhone(account.phone)}</span> : null;
  const here = await languageHere();
  if (!known)
    return (
      <div className="grid gap-6 pt-2 pb-8 lg:pt-0">
        <div>
          <h1 className="text-lg sm:text-xl">{portalWords[here].newAt(tenant.name)}</h1>
          <p className="mt-1 text-quiet">{phone}</p>
        </div>
        <NameForm slug={slug} language={here} />
        <div className="flex flex-wrap items-center gap-3">
          <Link href={servicesHref(slug)} prefetch={false} className={plainBarButton}>
            {portalWords[here].book}
          </Link>
          <SignOut slug={slug} language={here} />
        </div>
      </div>
    );
  const { own, bookings, money, signs } = known;
  const { language } = own;
  return (
    <Corner
      slug={slug}
      at="bookings"
      language={language}
      house={tenant.name}
      signs={signs}
      title={`Karibu, ${own.name}`}
      about={phone}
    >
      <div className="grid content-start gap-6">
        <Bookings
          {...{ slug, bookings, money, language }}
          timeZone={tenant.timeZone}
          ownName={own.name}
          phone={account.phone}
        />
        <div className="flex flex-wrap items-center gap-3">
          <Link href={servicesHref(slug)} prefetch={false} className={barButton}>
            {portalWords[language].book}
          </Link>
          <SignOut slug={slug} language={language} />
        </div>
      </div>
    </Corner>
  );
}
