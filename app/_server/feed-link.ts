import "server-only";
import { env } from "@/lib/platform/env";

/** Where a calendar program reads a feed. */
export const feedLink = (token: string | null): string | null => token && `${env().APP_URL}/api/calendar/${token}.ics`;
