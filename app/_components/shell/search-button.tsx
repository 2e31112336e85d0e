"use client";

import { Search } from "lucide-react";
import { Button } from "../ui/button";
import { Tooltip } from "../ui/tooltip";
import { openOver } from "./open-over";

/** Opens the palette where there is no keyboard, and says how where there is one. */
export function SearchButton() {
  return (
    <Tooltip words="Go anywhere" keys="Ctrl K">
      <Button kind="bare" size="icon" aria-label="Go anywhere" onClick={() => openOver("palette")}>
        <Search aria-hidden />
      </Button>
    </Tooltip>
  );
}
