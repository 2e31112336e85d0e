"use client";

import { Search } from "lucide-react";
import { useSay } from "@/app/_words/use-say";
import { Button } from "../ui/button";
import { Tooltip } from "../ui/tooltip";
import { openOver } from "./open-over";

/** Opens the palette where there is no keyboard, and says how where there is one. */
export function SearchButton() {
  const say = useSay();
  return (
    <Tooltip words={say("Go anywhere")} keys={say("Ctrl K")}>
      <Button kind="bare" size="icon" aria-label={say("Go anywhere")} onClick={() => openOver("palette")}>
        <Search aria-hidden />
      </Button>
    </Tooltip>
  );
}
