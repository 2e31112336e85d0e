"use server";

import { memberAction } from "@/app/_server/action";
import { customerAnswer } from "@/app/_server/customer-refused";
import { handOver, takeBackHandover } from "@/lib/bookings/hand-over";
import { handOverInput, takeBackInput } from "@/lib/bookings/hand-over-input";

export const sayWhose = memberAction("customers.manage", handOverInput, async (scope, _, wish) =>
  customerAnswer(await handOver(scope, wish)),
);

export const takeItBack = memberAction("customers.manage", takeBackInput, async (scope, _, { bookingId }) =>
  customerAnswer(await takeBackHandover(scope, bookingId)),
);
