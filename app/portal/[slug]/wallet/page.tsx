import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { currentAccount } from "@/app/_server/account";
import { answersForm } from "@/app/_server/form";
import { requestOrigin } from "@/app/_server/origin";
import { portalTitle } from "@/app/_server/portal-page";
import { guest, openTenantAt } from "@/app/book/_parts/tenant";
import { ownCustomer } from "@/lib/customers/own-customer";
import { ownSigns } from "@/lib/notifications/own-signs";
import { formatMoney } from "@/lib/platform/format";
import { newId } from "@/lib/platform/ids";
import { getWallet, type Wallet } from "@/lib/rewards/get-wallet";
import { pointsQuery } from "@/lib/rewards/input";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { Corner } from "../corner";
import { Codes } from "./codes";
import { Friends } from "./friends";
import { History } from "./history";
import { needOf, RewardCards } from "./reward-cards";
import { TakeForm } from "./take-form";
import { type WalletWords, walletWords } from "./words";

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = (): Promise<Metadata> => portalTitle((language) => walletWords[language].title);

export default async function WalletPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const tenant = await openTenantAt(slug);
  if (!tenant) return null;
  const { take, taken, cursor } = await searchParams;
  const account = await currentAccount();
  const page = pointsQuery.safeParse({ cursor });
  const known =
    account &&
    (await withTenant(tenant.id, { ...guest, from: requestOrigin(await headers()) }, async (scope) => {
      const own = await ownCustomer(scope, account);
      if (!own) return null;
      const signs = await ownSigns(scope, own.id);
      return { own, signs, wallet: await getWallet(scope, own.id, page.data?.cursor) };
    }));
  // Whose sign-in ended while they were asked gets the answer to their form, and nothing else.
  if (!known) {
    if (!(await answersForm())) redirect(`/portal/${slug}`);
    return null;
  }
  const { own, wallet, signs } = known;
  const words = walletWords[own.language];
  const asked = wallet.rewards.find(({ id }) => id === take);
  return (
    <Corner slug={slug} at="wallet" language={own.language} house={tenant.name} signs={signs} title={words.title}>
      <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-8">
        <Standing wallet={wallet} words={words} house={tenant.name} timeZone={tenant.timeZone} />
        {taken === "yes" ? (
          <p role="status" className="rounded-panel border border-edge bg-surface p-4 font-medium">
            {words.taken}
          </p>
        ) : null}
        {asked ? (
          <TakeForm
            key={asked.id}
            slug={slug}
            id={asked.id}
            sendKey={newId()}
            words={{
              sure: words.sure(asked.name),
              about: words.sureAbout(needOf(asked), asked.validDays),
              ...{ yes: words.yes, no: words.no, sending: words.sending },
            }}
          />
        ) : null}
        <Codes vouchers={wallet.vouchers} words={words} timeZone={tenant.timeZone} />
        {wallet.active ? (
          <RewardCards rewards={wallet.rewards} words={words} slug={slug} timeZone={tenant.timeZone} />
        ) : null}
        <Friends referral={wallet.referral} words={words} slug={slug} house={tenant.name} />
        <History
          page={wallet.history}
          older={Boolean(page.data?.cursor)}
          words={words}
          timeZone={tenant.timeZone}
          slug={slug}
        />
      </div>
    </Corner>
  );
}

type StandingProps = { wallet: Wallet; words: WalletWords; house: string; timeZone: string };

function Standing({ wallet, words, house, timeZone }: StandingProps) {
  const { points, visits, runsOut } = wallet.standing;
  return (
    <div>
      <p className="text-xl font-semibold tabular-nums" data-testid="points">
        {words.points(points)}
      </p>
      <p className="text-quiet tabular-nums">
        {words.visits(visits)}. {wallet.active ? words.earn(formatMoney(wallet.minorPerPoint, wallet.currency)) : ""}
      </p>
      {runsOut ? (
        <p className="mt-1 font-medium tabular-nums">
          {words.runsOut(runsOut.points, words.day(runsOut.at, timeZone))}
        </p>
      ) : null}
      {wallet.active ? null : <p className="mt-1">{words.off(house)}</p>}
    </div>
  );
}
