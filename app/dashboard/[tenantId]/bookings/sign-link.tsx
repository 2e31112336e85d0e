import { QrCode } from "lucide-react";
import Link from "next/link";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";

/** To the sign that customers scan when they come. On phones, which rarely print, the picture alone. */
export const SignLink = ({ tenantId }: { tenantId: string }) => {
  const say = useSay();
  return (
    <Button asChild kind="bare" className="max-[359px]:hidden max-sm:w-8 max-sm:px-0">
      <Link href={`/dashboard/${tenantId}/bookings/sign`} title={say("Check-in sign")}>
        <QrCode aria-hidden />
        <span className="max-sm:sr-only">{say("Check-in sign")}</span>
      </Link>
    </Button>
  );
};
