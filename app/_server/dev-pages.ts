import "server-only";
import { env } from "@/lib/platform/env";

/** Pages that show what nobody may see where people's data is real. */
export const hasDevPages = (): boolean => env().APP_MODE !== "live";

/** Whether somebody who tries things out should be shown where messages arrive. */
export const showsOutbox = (): boolean => env().APP_MODE === "demo" || env().APP_MODE === "dev";
