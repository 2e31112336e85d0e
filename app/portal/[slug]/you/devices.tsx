import type { AccountDevice } from "@/lib/auth/account-sessions";
import { now } from "@/lib/platform/clock";
import { formatAgo } from "@/lib/platform/format";
import { endDevice, endOtherDevices } from "./actions";
import { OneButton } from "./one-button";

const button = "h-12 rounded-control px-4 font-medium hover:bg-wash aria-disabled:opacity-60";

export function Devices({ slug, devices }: { slug: string; devices: AccountDevice[] }) {
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
              <OneButton slug={slug} action={endDevice} id={id} className={button}>
                Sign out<span className="sr-only"> {device}</span>
              </OneButton>
            )}
          </li>
        ))}
      </ul>
      {devices.length > 1 ? (
        <OneButton slug={slug} action={endOtherDevices} className={button}>
          Sign out everywhere else
        </OneButton>
      ) : null}
    </section>
  );
}
