import type { AccountDevice } from "@/lib/auth/account-sessions";
import { now } from "@/lib/platform/clock";
import type { Language } from "@/lib/platform/format";
import { portalWords } from "../portal-words";
import { endDevice, endOtherDevices } from "./actions";
import { OneButton } from "./one-button";

type Props = { slug: string; language: Language; timeZone: string; devices: AccountDevice[] };

const button = "h-12 rounded-control px-4 font-medium hover:bg-wash aria-disabled:opacity-60";

export function Devices({ slug, language, timeZone, devices }: Props) {
  const words = portalWords[language];
  const at = now().toISOString();
  return (
    <section aria-labelledby="devices" className="grid max-w-[34rem] gap-3">
      <h2 id="devices" className="font-medium">
        {words.devices}
      </h2>
      <ul className="divide-y divide-line border-y border-line">
        {devices.map(({ id, device, lastSeenAt, isThis }) => (
          <li key={id} className="flex min-h-14 items-center justify-between gap-4 py-1">
            <span className="min-w-0">
              <span className="block">{device}</span>
              <span className="block text-sm text-quiet">
                {isThis ? words.thisDevice : words.lastUsed(lastSeenAt, at, timeZone)}
              </span>
            </span>
            {isThis ? null : (
              <OneButton slug={slug} action={endDevice} id={id} className={button}>
                {words.signOut}
                <span className="sr-only"> {device}</span>
              </OneButton>
            )}
          </li>
        ))}
      </ul>
      {devices.length > 1 ? (
        <OneButton slug={slug} action={endOtherDevices} className={button}>
          {words.signOutElsewhere}
        </OneButton>
      ) : null}
    </section>
  );
}
