import "server-only";
import { env } from "@/lib/platform/env";

/** Shown on the sign-in page of a demo; null anywhere else. */
export function demoLogins(): { email: string; role: string }[] | null {
  if (env().APP_MODE !== "demo" && env().APP_MODE !== "dev") return null;
  return [
    { email: "owner@amani.test", role: "Owner" },
    { email: "manager@amani.test", role: "Manager" },
    { email: "desk@amani.test", role: "Front desk" },
    { email: "staff@amani.test", role: "Staff" },
    { email: "owner@baraka.test", role: "Owner of Baraka Barbers" },
    { email: "owner@malaika.test", role: "Owner of Malaika Spa, which owes for its plan" },
    { email: "admin@clientpulse.test", role: "Administrator of the platform" },
  ];
}
