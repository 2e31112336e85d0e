import { keyAlong, keyReused } from "@/app/_server/answer-once";
import { invalid, problem } from "@/app/_server/problem";
import { notOpen, publicRoute } from "@/app/_server/public-route";
import { readJson } from "@/app/_server/read-json";
import { json } from "@/app/_server/route";
import { countBooking } from "@/lib/auth/limits";
import { type Booked, type BookRefusal, bookSlot } from "@/lib/bookings/book-slot";
import { bookingToken, payHref } from "@/lib/bookings/booking-token";
import { bookSlotInput } from "@/lib/bookings/input";
import { termsSeen } from "@/lib/bookings/terms";
import { env } from "@/lib/platform/env";
import { fieldErrors } from "@/lib/platform/field-errors";
import { idempotencyKey } from "@/lib/platform/idempotency";
import type { PublicTenant } from "@/lib/tenancy/doors/find-tenant";
import { withTenant } from "@/lib/tenancy/with-tenant";

// Or Next wraps each request once more (decision what-a-request-leaves-behind).
export const dynamic = "force-dynamic";

async function book(tenant: PublicTenant, request: Request): Promise<Response> {
  const body = await readJson(request);
  if (body instanceof Response) return body;
  const input = bookSlotInput.safeParse(body);
  if (!input.success) return invalid(fieldErrors(input.error));
  const key = keyAlong(request.headers);
  if (key instanceof Response) return key;
  const idempotency = key ? idempotencyKey("public-bookings", key, input.data) : undefined;
  const result = await withTenant(
    tenant.id,
    { kind: "public", via: "api" },
    (scope) => bookSlot(scope, input.data, { source: "api", idempotency }),
    { planned: "once" },
  );
  return result.ok ? json(withPayUrl(result.value), 201) : refused(tenant, result);
}

/** Where the deposit is paid; made anew for a key that comes again, since nothing keeps it. */
const withPayUrl = ({ deposit, ...booked }: Booked) =>
  deposit
    ? { ...booked, deposit: { ...deposit, payUrl: `${env().APP_URL}${payHref(bookingToken(booked.id))}` } }
    : booked;

/** A closed business still knows what it answered to a key before. */
export const POST = publicRoute(book, { evenClosed: true, counted: countBooking });

function refused(tenant: PublicTenant, refusal: BookRefusal): Response {
  switch (refusal.refusal) {
    case "slot_taken":
      return problem(409, "slot_taken", "That time is taken.", { alternatives: refusal.alternatives });
    case "price_changed":
    case "terms_changed":
    case "deposit_changed": {
      const { refusal: code, totalMinor, currency, terms, depositMinor } = refusal;
      return problem(409, code, changed[code], {
        totalMinor,
        currency,
        terms,
        termsSeen: termsSeen(terms),
        depositMinor,
      });
    }
    case "not_yours":
      return problem(403, "not_yours", "Your role does not allow this.");
    case "invalid":
      return invalid(refusal.fields);
    case "unknown_service":
      return invalid({ "lines.serviceId": ["is not on offer here"] });
    case "unknown_staff":
      return invalid({ "lines.staffId": ["does not do this here"] });
    case "too_many_open":
      return problem(409, "too_many_open", `This phone has ${refusal.most} bookings to come already.`, {
        phone: tenant.phone,
      });
    case "too_many_that_day":
      return problem(409, "too_many_that_day", `One customer may book ${visits(refusal.most)} a day here.`, {
        phone: tenant.phone,
      });
    case "call_us":
      return problem(409, "call_us", "This booking cannot be made online. Please call.", { phone: tenant.phone });
    case "not_open":
      return notOpen(tenant);
    case "key_reused":
      return keyReused("booking");
  }
}

const changed = {
  price_changed: "The price has changed.",
  terms_changed: "The terms for cancelling have changed.",
  deposit_changed: "What is to be paid beforehand has changed.",
};

const visits = (most: number) => (most === 1 ? "one visit" : `${most} visits`);
