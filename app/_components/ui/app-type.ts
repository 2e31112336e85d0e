import { GeistSans } from "geist/font/sans";
import { cn } from "./cn";

/** The app's typeface and base size. Things that float are drawn outside the layout, so they carry it themselves. */
export const appType = cn(GeistSans.className, "text-base");
