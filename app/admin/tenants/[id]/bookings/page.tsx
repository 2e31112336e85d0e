import { requireAdmin } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { BookingRows } from "./booking-rows";

type Props = { params: Promise<{ id: string }> };

export default async function TenantBookingsPage({ params }: Props) {
  const say = await sayHere();
  await requireAdmin("tenants.decide");
  const { id } = await params;
  return (
    <>
      <p className="max-w-[68ch] px-4 pt-4 text-quiet md:px-6 xl:px-8">
        {say("Names are shortened, and that you looked stands in the business’s own audit log.")}
      </p>
      <BookingRows id={id} />
    </>
  );
}
