"use client";

import { ChevronRight } from "lucide-react";
import { useSay } from "@/app/_words/use-say";

type Props = { logins: { email: string; role: string }[]; onUse(email: string): void };

/** Ways into the demo; the password is printed where the demo was started. */
export function DemoLogins({ logins, onUse }: Props) {
  const say = useSay();
  return (
    <section aria-labelledby="demo-title" className="grid gap-3 border-t pt-6">
      <h2 id="demo-title">{say("This is a demo")}</h2>
      <p className="text-quiet">
        {say("Pick somebody to sign in as. The password is in the terminal that runs the demo.")}
      </p>
      <ul className="overflow-hidden rounded-panel border bg-surface">
        {logins.map(({ email, role }) => (
          <li key={email} className="border-t first:border-t-0">
            <button
              type="button"
              onClick={() => onUse(email)}
              className="flex w-full items-center gap-3 px-3 py-2 text-left transition-colors hover:bg-wash focus-visible:-outline-offset-2"
            >
              <span className="grid min-w-0 flex-1">
                <span className="truncate font-medium">{say.known(role)}</span>
                <span className="truncate text-quiet">{email}</span>
              </span>
              <ChevronRight aria-hidden className="size-4 shrink-0 text-quiet" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
