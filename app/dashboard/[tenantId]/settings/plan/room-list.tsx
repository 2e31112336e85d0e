import { phrase } from "@/app/_words/phrase";
import type { Phrase } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import type { SubscriptionFacts } from "@/lib/subscriptions/get-subscription";
import { limitWords } from "@/lib/subscriptions/rules";
import type { LimitName } from "@/lib/tenancy/plan-room";
import { usedWords } from "./plan-words";

const whatThen: Record<LimitName, Phrase> = {
  members: phrase("Open invitations count. Nobody else can be invited."),
  activeCustomers: phrase("Known customers book as always; a new one is asked to call you."),
  messages: phrase("Confirmations by SMS wait for the next month; e-mails and codes to sign in go all the same."),
};

/** How much of the plan is used, and what happens where it is full. */
export function RoomList({ room }: { room: SubscriptionFacts["room"] }) {
  const say = useSay();
  return (
    <ul aria-label={say("What the plan holds")} className="grid gap-4">
      {(Object.keys(limitWords) as LimitName[]).map((name) => {
        const { used, limit } = room[name];
        const full = limit !== null && used >= limit;
        const near = limit !== null && used >= limit * 0.8;
        return (
          <li key={name} className="grid gap-1">
            <p className="flex justify-between gap-4">
              <span className="first-letter:uppercase">{say.known(limitWords[name])}</span>
              <span className="font-medium tabular-nums">{usedWords(say, used, limit)}</span>
            </p>
            {limit === null ? null : (
              <span aria-hidden className="h-1.5 overflow-hidden rounded-full bg-wash">
                <span
                  className={`block h-full rounded-full ${full ? "bg-danger" : near ? "bg-requested" : "bg-accent"}`}
                  style={{ width: `${Math.min(100, limit === 0 ? 100 : (used / limit) * 100)}%` }}
                />
              </span>
            )}
            {full ? (
              <p className="text-quiet">
                {say("It is full.")} {say(whatThen[name])}
              </p>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
