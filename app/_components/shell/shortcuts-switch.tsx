"use client";

import { useSay } from "@/app/_words/use-say";
import { Switch } from "../ui/switch";
import { useShortcuts } from "./preference";

/** Whoever speaks to their computer, or hits keys unawares, is better off without single ones. */
export function ShortcutsSwitch() {
  const say = useSay();
  const [shortcuts, setShortcuts] = useShortcuts();
  return (
    <div className="flex items-center justify-between gap-4">
      <label htmlFor="shortcuts" className="min-w-0">
        <span className="block font-medium">{say("Single keys")}</span>
        <span className="block text-quiet">{say("Without them Ctrl K (⌘K) still finds and goes.")}</span>
      </label>
      <Switch id="shortcuts" checked={shortcuts === "on"} onCheckedChange={(on) => setShortcuts(on ? "on" : "off")} />
    </div>
  );
}
