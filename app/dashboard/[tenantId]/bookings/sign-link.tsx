import { QrCode } from "lucide-react";
import Link from "next/link";
import { Button } from "@/app/_components/ui/button";

/** To the sign that customers scan when they come. On phones, which rarely print, the picture alone. */
export const SignLink = ({ tenantId }: { tenantId: string }) => (
  <Button asChild kind="bare" className="max-[359px]:hidden max-sm:w-8 max-sm:px-0">
    <Link href={`/dashboard/${tenantId}/bookings/sign`} title="Check-in sign">
      <QrCode aria-hidden />
      <span className="max-sm:sr-only">Check-in sign</span>
    </Link>
  </Button>
);
