import type { ReactNode } from "react";
import { languageHere } from "@/app/_server/language";
import type { PublicTenant } from "@/lib/tenancy/doors/find-tenant";
import { Phone } from "./icons";
import { publicWords } from "./public-words";
import { readablePhone } from "./words";

type Props = {
  tenant: PublicTenant;
  title: string;
  /** Below a step's own title. */
  under?: boolean;
  children: ReactNode;
};

/** No booking can be made here now: why, and the number that still answers. */
export async function CallInstead({ tenant, title, under, children }: Props) {
  const words = publicWords[await languageHere()];
  const Heading = under ? "h2" : "h1";
  return (
    <section className={`max-w-[34rem] pb-8 lg:pt-0 ${under ? "" : "pt-6"}`}>
      <Heading className={under ? "font-semibold" : "text-lg sm:text-xl"}>{title}</Heading>
      <p className="mt-2 text-quiet">{children}</p>
      <a
        href={`tel:${tenant.phone}`}
        className="mt-6 inline-flex h-12 items-center gap-2 rounded-control bg-accent px-5 font-medium text-on-accent hover:bg-accent-strong"
      >
        <Phone />
        {words.call(readablePhone(tenant.phone))}
      </a>
    </section>
  );
}

export async function Closed({ tenant }: { tenant: PublicTenant }) {
  const words = publicWords[await languageHere()];
  if (tenant.isClosing)
    return (
      <section className="max-w-[34rem] pt-6 pb-8 lg:pt-0">
        <h1 className="text-lg sm:text-xl">{words.hasClosed}</h1>
        <p className="mt-2 text-quiet">{words.hasClosedAbout(tenant.name)}</p>
      </section>
    );
  const isPending = tenant.status === "pending";
  return (
    <CallInstead tenant={tenant} title={isPending ? words.notOpenYet : words.noOnline}>
      {isPending ? words.notOpenYetAbout(tenant.name) : words.noOnlineAbout(tenant.name)}
    </CallInstead>
  );
}

/** Above every step, for the house's own people. */
export async function Preview() {
  const words = publicWords[await languageHere()];
  return (
    <p role="note" className="mb-4 rounded-control border border-line bg-surface px-3 py-2 text-sm">
      <strong className="font-semibold">{words.preview}</strong> {words.previewAbout}
    </p>
  );
}
