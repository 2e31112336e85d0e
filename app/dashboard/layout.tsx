import type { Metadata } from "next";
import type { ReactNode } from "react";
import { appType } from "../_components/ui/app-type";
import { cn } from "../_components/ui/cn";

export const metadata: Metadata = { robots: { index: false }, manifest: "/dashboard.webmanifest" };

export default function DashboardLayout({ children }: { children: ReactNode }) {
  return <div className={cn(appType, "min-h-dvh bg-canvas")}>{children}</div>;
}
