// The floor of a booking over HTTP inside Next: the product's statements, and nothing else. It checks nothing.
import { openPool, readRecipe, replayer, wishOf } from "../../../../../../replay.mjs";

/** @type {{ book: ReturnType<typeof replayer>, tenantIds: Record<string, string> } | undefined} */
let bare;

function open() {
  const { DATABASE_URL = "", RECIPE = "", TENANTS = "{}" } = process.env;
  const book = replayer(openPool(DATABASE_URL, 10), openPool(DATABASE_URL, 3), readRecipe(RECIPE));
  return { book, tenantIds: JSON.parse(TENANTS) };
}

export async function POST(
  /** @type {Request} */ request,
  /** @type {{ params: Promise<{ slug: string }> }} */ { params },
) {
  bare ??= open();
  const { slug } = await params;
  const key = request.headers.get("idempotency-key") ?? "";
  const booked = await bare.book(wishOf(slug, await request.json(), key, bare.tenantIds));
  return Response.json(booked, { status: 201 });
}
