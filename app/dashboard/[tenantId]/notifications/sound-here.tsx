"use client";

import { chime } from "@/app/_components/live/chime";
import { useSound } from "@/app/_components/shell/preference";
import { Switch } from "@/app/_components/ui/switch";
import { useSay } from "@/app/_words/use-say";

/** Whether this device is heard when something comes in; turning it on lets one hear how. */
export function SoundHere() {
  const say = useSay();
  const [sound, setSound] = useSound();
  const turn = (on: boolean) => {
    setSound(on ? "on" : "off");
    if (on) void chime();
  };
  return (
    <div className="border-b px-4 py-2 md:px-6 xl:pl-8">
      <label htmlFor="sound-here" className="flex min-h-11 items-center justify-between gap-4">
        <span>{say("Play a short sound here when something comes in")}</span>
        <Switch id="sound-here" checked={sound === "on"} onCheckedChange={turn} />
      </label>
    </div>
  );
}
