import { requireAdmin } from "@/app/_server/visitor";
import { BookingRows } from "./booking-rows";

type Props = { params: Promise<{ id: string }> };

export default async function TenantBookingsPage({ params }: Props) {
  await requireAdmin("tenants.decide");
  const { id } = await params;
  return (
    <>
      <p className="max-w-[68ch] px-4 pt-4 text-quiet md:px-6 xl:px-8">
        Names are shortened, and that you looked stands in the business’s own audit log.
      </p>
      <BookingRows id={id} />
    </>
  );
}
