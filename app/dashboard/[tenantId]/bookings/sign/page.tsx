import type { Metadata } from "next";
import { QrCode } from "@/app/_components/qr-code";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { qrPicture } from "@/app/_server/qr-picture";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { env } from "@/lib/platform/env";
import { PrintButton } from "./print-button";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Check-in sign") };
}

export default async function SignPage({ params }: { params: Promise<{ tenantId: string }> }) {
  const say = await sayHere();
  const { membership } = await requireMember((await params).tenantId, "bookings.see");
  const address = `${env().APP_URL}/book/${membership.slug}/here`;
  return (
    <>
      <PageHeader title={say("Check-in sign")} about={say("Put it where customers come in")} action={<PrintButton />} />
      <PageBody className="px-4 py-6 md:px-6 xl:pl-8">
        {/* On paper it is all there is: it lies over everything else. */}
        <article className="grid max-w-96 justify-items-center gap-5 rounded-panel border p-8 text-center print:fixed print:inset-0 print:z-50 print:bg-[white] print:text-[black] print:max-w-none print:place-content-center print:rounded-none print:border-0">
          <h2 className="max-w-full break-words text-xl print:text-[3rem]">{membership.name}</h2>
          <p className="text-lg print:text-[2rem]">{say("Here for your appointment?")}</p>
          <QrCode
            picture={qrPicture(address)}
            label={say("QR code of {address}", { address })}
            className="w-full max-w-64 print:max-w-100"
          />
          <p className="text-md print:text-xl">{say("Scan this and tell us that you have come.")}</p>
          <p className="max-w-full break-all text-base">{address.replace(/^https?:\/\//, "")}</p>
        </article>
        <p className="mt-4 max-w-[68ch] text-quiet">
          {say(
            "From an hour before their time to half an hour after it, customers check themselves in with their reference, or with a link that goes to their phone. You hear of it at once.",
          )}
        </p>
      </PageBody>
    </>
  );
}
