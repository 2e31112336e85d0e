"use client";

import { CircleUserRound, DoorOpen, Keyboard, LogOut, Monitor, Moon, Rows2, Rows4, Sun, UserRound } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { toast } from "sonner";
import { phrase } from "@/app/_words/phrase";
import { useSay } from "@/app/_words/use-say";
import { signOut } from "../auth/next-auth-client";
import { Avatar } from "../ui/avatar";
import { Button } from "../ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "../ui/dropdown-menu";
import { AdminLink } from "./admin-link";
import { LanguageChoice, type SaveLanguage } from "./language-choice";
import { openOver } from "./open-over";
import { type Density, densities, type Theme, themes, useDensity, useTheme } from "./preference";
import { useShell } from "./shell-context";

const looks = {
  system: { label: phrase("As the device"), icon: Monitor },
  light: { label: phrase("Light"), icon: Sun },
  dark: { label: phrase("Dark"), icon: Moon },
} as const;

const rows = {
  comfortable: { label: phrase("Comfortable"), icon: Rows2 },
  compact: { label: phrase("Compact"), icon: Rows4 },
} as const;

/** Who is signed in, how it looks, and the way out. */
export function UserMenu({ saveLanguage }: { saveLanguage: SaveLanguage }) {
  const say = useSay();
  const { user, tenant } = useShell();
  const [theme, setTheme] = useTheme();
  const [density, setDensity] = useDensity();
  const [leaving, setLeaving] = useState(false);
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button kind="bare" size="icon" aria-label={say("You: {name}", { name: user.name })}>
          {user.photo ? <Avatar name={user.name} photo={user.photo} className="size-7" /> : <UserRound aria-hidden />}
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        <div className="flex items-center gap-2.5 px-2 pt-1.5 pb-1">
          <Avatar name={user.name} photo={user.photo} />
          <div className="grid min-w-0">
            <span className="truncate font-medium">{user.name}</span>
            <span className="truncate text-xs text-quiet">{user.email}</span>
          </div>
        </div>
        <DropdownMenuSeparator />
        <DropdownMenuItem asChild>
          <Link href="/profile">
            <CircleUserRound aria-hidden />
            {say("Your profile")}
          </Link>
        </DropdownMenuItem>
        <DropdownMenuSeparator />
        <DropdownMenuLabel>{say("Colours")}</DropdownMenuLabel>
        <DropdownMenuRadioGroup value={theme} onValueChange={(value) => setTheme(value as Theme)}>
          {themes.map((name) => {
            const { label, icon: Icon } = looks[name];
            return (
              <DropdownMenuRadioItem key={name} value={name}>
                <Icon aria-hidden />
                {say(label)}
              </DropdownMenuRadioItem>
            );
          })}
        </DropdownMenuRadioGroup>
        <DropdownMenuLabel>{say("Rows")}</DropdownMenuLabel>
        <DropdownMenuRadioGroup value={density} onValueChange={(value) => setDensity(value as Density)}>
          {densities.map((name) => {
            const { label, icon: Icon } = rows[name];
            return (
              <DropdownMenuRadioItem key={name} value={name}>
                <Icon aria-hidden />
                {say(label)}
              </DropdownMenuRadioItem>
            );
          })}
        </DropdownMenuRadioGroup>
        <LanguageChoice save={saveLanguage} />
        <DropdownMenuSeparator />
        <DropdownMenuItem onSelect={() => openOver("keys")}>
          <Keyboard aria-hidden />
          {say("{of, select, other {Keys}}", { of: "board" })}
        </DropdownMenuItem>
        {user.platformAdmin ? <AdminLink /> : null}
        <DropdownMenuItem asChild>
          <Link href={`/dashboard/${tenant.id}/leave`}>
            <DoorOpen aria-hidden />
            {say("Leave {business}", { business: tenant.name })}
          </Link>
        </DropdownMenuItem>
        <DropdownMenuItem
          disabled={leaving}
          onSelect={(event) => {
            event.preventDefault();
            setLeaving(true);
            signOut().catch(() => {
              setLeaving(false);
              toast(say("That did not reach the server: you are still signed in"));
            });
          }}
        >
          <LogOut aria-hidden />
          {leaving ? say("Signing out") : say("Sign out")}
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
