"use client";

import { Moon, Sun } from "lucide-react";
import { Button } from "../ui/button";
import { Tooltip } from "../ui/tooltip";
import { useTheme } from "./preference";

/** Light to dark and back; the user menu also knows "as the device". */
export function ThemeToggle() {
  const [, setTheme] = useTheme();
  const words = "Light or dark";
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
