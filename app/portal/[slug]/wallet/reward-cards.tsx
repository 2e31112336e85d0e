import Link from "next/link";
import { barButton } from "@/app/book/_parts/bar";
import type { WalletReward } from "@/lib/rewards/get-wallet";
import type { WalletWords } from "./words";

export const needOf = (one: Pick<WalletReward, "pointsRequired" | "visitsRequired">) => ({
  points: one.pointsRequired ?? 0,
  visits: one.visitsRequired ?? 0,
});

type Props = { rewards: readonly WalletReward[]; words: WalletWords; slug: string; timeZone: string };

/** Each with how far it is; what is within reach can be had. */
export function RewardCards({ rewards, words, slug, timeZone }: Props) {
  return (
    <section aria-labelledby="rewards-title" className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <h2 id="rewards-title" className="font-semibold">
        {words.rewards}
      </h2>
      {rewards.length === 0 ? <p className="text-quiet">{words.noRewards}</p> : null}
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-3">
        {rewards.map((reward) => {
          const { id, name, description, services, lastDay, missing, progress } = reward;
          const within = missing.points === 0 && missing.visits === 0;
          return (
            <li key={id} className="grid gap-2 rounded-panel border border-line bg-surface p-4">
              <p className="font-medium break-words">{name}</p>
              {description ? <p className="break-words text-quiet">{description}</p> : null}
              <p className="text-sm text-quiet">
                {[
                  words.costs(needOf(reward)),
                  ...(services.length > 0 ? [words.forServices(services.join(", "))] : []),
                  ...(lastDay ? [words.until(words.day(`${lastDay}T12:00:00Z`, timeZone))] : []),
                ].join(" · ")}
              </p>
              {within ? (
                <Link
                  href={`/portal/${slug}/wallet?take=${id}`}
                  prefetch={false}
                  className={`${barButton} justify-self-start`}
                >
                  {words.take}
                  <span className="sr-only">: {name}</span>
                </Link>
              ) : (
                <>
                  <span aria-hidden className="h-2 overflow-hidden rounded-full bg-wash">
                    <span className="block h-2 bg-accent" style={{ width: `${Math.round(progress * 100)}%` }} />
                  </span>
                  <p className="font-medium tabular-nums">{words.missing(missing)}</p>
                </>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
