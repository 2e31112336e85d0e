import { plainBarButton } from "@/app/book/_parts/bar";
import { env } from "@/lib/platform/env";
import type { Wallet } from "@/lib/rewards/get-wallet";
import type { WalletWords } from "./words";

type Props = { referral: Wallet["referral"]; words: WalletWords; slug: string; house: string };

/** A link to be sent on, and who has come by it. */
export function Friends({ referral: { code, points, friends }, words, slug, house }: Props) {
  const link = `${env().APP_URL}/book/${slug}?ref=${code}`;
  return (
    <section aria-labelledby="friends-title" className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <h2 id="friends-title" className="font-semibold">
        {words.friends}
      </h2>
      <p className="text-quiet">{points > 0 ? words.friendsAbout(points) : words.friendsOff}</p>
      <div className="grid gap-3 rounded-panel border border-line bg-surface p-4">
        <p>
          <span className="text-quiet">{words.yourCode}: </span>
          <span className="font-semibold tracking-wide">{code}</span>
        </p>
        <p className="break-all text-sm select-all" data-testid="referral-link">
          {link}
        </p>
        <a
          href={`https://wa.me/?${new URLSearchParams({ text: words.shareText(house, link) })}`}
          target="_blank"
          rel="noopener noreferrer"
          className={`${plainBarButton} justify-self-start`}
        >
          {words.share}
        </a>
      </div>
      {friends.length > 0 ? (
        <>
          <h3 className="font-medium">{words.came}</h3>
          <ul className="divide-y divide-line border-y border-line">
            {friends.map(({ firstName, counts }, nth) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two friends may share a first name, and none has an id here
              <li key={nth} className="flex justify-between gap-4 py-2">
                <span className="min-w-0 truncate">{firstName ?? words.someFriend}</span>
                <span className="text-quiet">{counts ? words.cameYes : words.cameNot}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}
