import type { ReactNode } from "react";
import { appType } from "../_components/ui/app-type";

export default function SiteLayout({ children }: { children: ReactNode }) {
  return <div className={appType}>{children}</div>;
}
