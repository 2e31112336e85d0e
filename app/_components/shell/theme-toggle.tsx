"use client";

import { Moon, Sun } from "lucide-react";
import { useSay } from "@/app/_words/use-say";
import { Button } from "../ui/button";
import { Tooltip } from "../ui/tooltip";
import { useTheme } from "./preference";

/** Light to dark and back; the user menu also knows "as the device". */
export function ThemeToggle() {
  const say = useSay();
  const [, setTheme] = useTheme();
  const words = say("Light or dark");
  return (
    <Tooltip words={words}>
      <Button
        kind="bare"
        size="icon"
        aria-label={words}
        onClick={() => setTheme(document.documentElement.dataset.theme === "dark" ? "light" : "dark")}
      >
        <Sun aria-hidden className="hidden dark:block" />
        <Moon aria-hidden className="dark:hidden" />
      </Button>
    </Tooltip>
  );
}
