"use client";

import { useSay } from "@/app/_words/use-say";
import { Dialog } from "../../ui/dialog";
import { useShell } from "../shell-context";
import { ShortcutsSwitch } from "../shortcuts-switch";
import { bindingsOf } from "./bindings";
import { Keys } from "./keys";

const onMac = () => /Mac|iP(hone|ad|od)/.test(navigator.platform);

/** All keys of one's role, and the way to be without them. */
export function KeysDialog({ onClose }: { onClose(): void }) {
  const say = useSay();
  const { tenant } = useShell();
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={say("{of, select, other {Keys}}", { of: "board" })}
      about={say("Pressed one after the other, anywhere but in a field that you type in.")}
    >
      <div className="columns-1 gap-8 sm:columns-2">
        {bindingsOf(say, tenant).map(({ title, bindings }) => (
          <section key={title} aria-label={title} className="mb-6">
            <h3 className="break-after-avoid-column pb-1 text-base text-quiet">{title}</h3>
            <ul>
              {bindings.map(({ keys, label }) => (
                <li key={keys} className="flex min-h-8 break-inside-avoid-column items-center justify-between gap-3">
                  {label}
                  <Keys keys={onMac() ? keys.replace("ctrl+", "⌘") : keys} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <div className="border-t pt-4">
        <ShortcutsSwitch />
      </div>
    </Dialog>
  );
}
