import { headers } from "next/headers";
import Link from "next/link";
import { redirect } from "next/navigation";
import { currentAccount } from "@/app/_server/account";
import { answersForm } from "@/app/_server/form";
import { requestOrigin } from "@/app/_server/origin";
import { barButton, plainBarButton } from "@/app/book/_parts/bar";
import { servicesHref } from "@/app/book/_parts/links";
import { Live } from "@/app/book/_parts/live";
import { guest, openTenantAt } from "@/app/book/_parts/tenant";
import { readablePhone } from "@/app/book/_parts/words";
import { listOwn, type OwnBooking } from "@/lib/bookings/list-own";
import { unreadByCustomer } from "@/lib/conversations/get-thread";
import { conversationWords } from "@/lib/conversations/words";
import { ownCustomer } from "@/lib/customers/own-customer";
import { now } from "@/lib/platform/clock";
import { formatDayTime } from "@/lib/platform/format";
import { reviewWords } from "@/lib/reviews/words";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { leave } from "./actions";
import { NameForm } from "./name-form";
import { walletWords } from "./wallet/words";

type Props = { params: Promise<{ slug: string }> };

export default async function PortalPage({ params }: Props) {
  const since = now().getTime();
  const { slug } = await params;
  const tenant = await openTenantAt(slug);
  if (!tenant) return null;
  const account = await currentAccount();
  // Whose sign-in ended while they typed their name gets the form back.
  if (!account && !(await answersForm())) redirect(`/portal/${slug}/sign-in`);
  const own =
    account &&
    (await withTenant(tenant.id, { ...guest, from: requestOrigin(await headers()) }, async (scope) => {
      const customer = await ownCustomer(scope, account);
      if (!customer) return null;
      const bookings = await listOwn(scope, customer.id);
      return { customer, bookings, unread: await unreadByCustomer(scope, customer.id) };
    }));
  return (
    <div className="grid gap-6 pt-2 pb-8 lg:pt-0">
      {own ? <Live stream={`/api/portal/${slug}/stream`} since={since} days={null} /> : null}
      <div>
        <h1 className="text-lg sm:text-xl">{own ? `Karibu, ${own.customer.name}` : `New at ${tenant.name}`}</h1>
        <p className="mt-1 text-quiet tabular-nums">{account ? readablePhone(account.phone) : ""}</p>
      </div>
      {own ? (
        <Bookings bookings={own.bookings} timeZone={tenant.timeZone} ownName={own.customer.name} />
      ) : (
        <NameForm slug={slug} />
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Link href={servicesHref(slug)} prefetch={false} className={own ? barButton : plainBarButton}>
          Book a time
        </Link>
        {own ? <Corners slug={slug} language={own.customer.language} unread={own.unread} /> : null}
        {own ? (
          <Link href={`/portal/${slug}/wallet`} prefetch={false} className={plainBarButton}>
            {walletWords[own.customer.language].title}
          </Link>
        ) : null}
        {own ? (
          <Link href={`/portal/${slug}/you`} prefetch={false} className={plainBarButton}>
            Your details
          </Link>
        ) : null}
        <form action={leave}>
          <input type="hidden" name="slug" value={slug} />
          <button type="submit" className="h-12 rounded-control px-4 text-quiet hover:text-ink">
            Sign out
          </button>
        </form>
      </div>
    </div>
  );
}

/** What else there is of theirs. */
function Corners({ slug, language, unread }: { slug: string; language: "en" | "sw"; unread: number }) {
  const words = conversationWords[language];
  return (
    <>
      <Link href={`/portal/${slug}/messages`} prefetch={false} lang={language} className={plainBarButton}>
        {words.title}
        {unread > 0 ? <span className="ml-2 font-semibold text-accent">{words.unread(unread)}</span> : null}
      </Link>
      <Link href={`/portal/${slug}/reviews`} prefetch={false} lang={language} className={plainBarButton}>
        {reviewWords[language].yours}
      </Link>
    </>
  );
}

function Bookings(props: { bookings: OwnBooking[]; timeZone: string; ownName: string }) {
  if (props.bookings.length === 0) {
    return (
      <p className="max-w-[34rem] text-quiet">You have nothing booked. Whatever you book with this phone shows here.</p>
    );
  }
  return (
    <ul className="grid gap-2">
      {props.bookings.map((booking) => (
        <li key={booking.reference}>
          <Link
            href={`/b/${booking.token}`}
            prefetch={false}
            className="block rounded-panel border border-line bg-surface p-4 hover:bg-wash"
          >
            <span className="block font-medium">{formatDayTime(booking.startsAt, props.timeZone)}</span>
            <span className="block text-quiet">
              {booking.services.join(", ")} with {booking.staffNames.join(" and ")}
              {booking.customerName === props.ownName ? "" : `, for ${booking.customerName}`}
              {booking.status === "requested" || booking.status === "held" ? " · not confirmed yet" : ""}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
