"use client";

import { Choice } from "@/app/_components/forms/choice";
import { type Density, type Theme, useDensity, useTheme } from "@/app/_components/shell/preference";
import { ShortcutsSwitch } from "@/app/_components/shell/shortcuts-switch";
import { useSay } from "@/app/_words/use-say";

/** The same choices as in the menu of the dashboard, and whether single keys do something. */
export function LooksHere() {
  const say = useSay();
  const [theme, setTheme] = useTheme();
  const [density, setDensity] = useDensity();
  return (
    <div className="grid gap-4">
      <Choice
        name="theme"
        legend={say("Colours")}
        chosen={theme}
        onChoose={(value) => setTheme(value as Theme)}
        options={[
          ["system", say("As the device")],
          ["light", say("Light")],
          ["dark", say("Dark")],
        ]}
      />
      <Choice
        name="density"
        legend={say("Rows")}
        help={say("Compact shows more of them at once. On a touch screen rows stay as large as a finger.")}
        chosen={density}
        onChoose={(value) => setDensity(value as Density)}
        options={[
          ["comfortable", say("Comfortable")],
          ["compact", say("Compact")],
        ]}
      />
      <ShortcutsSwitch />
    </div>
  );
}
