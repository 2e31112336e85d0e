import type { ReactNode } from "react";
import { Back } from "./icons";
import { SoftLink } from "./soft-link";

/** The top of a step: the way back by name, then what is to be decided. */
export function StepTitle({
  back,
  title,
  children,
}: {
  back: { href: string; label: string };
  title: string;
  children?: ReactNode;
}) {
  return (
    <div className="pb-5">
      <SoftLink href={back.href} className="-ml-1.5 inline-flex h-11 items-center gap-1 pr-3 text-quiet hover:text-ink">
        <Back />
        {back.label}
      </SoftLink>
      <h1 className="text-lg sm:text-xl">{title}</h1>
      {children ? <div className="mt-1 text-quiet">{children}</div> : null}
    </div>
  );
}
