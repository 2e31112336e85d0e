import { createHash } from "node:crypto";
import { nairobiTimestamp } from "../daraja/nairobi-time";
import { post, send, written } from "./deliver";
import { type Moved, newReceipt, type World } from "./world";

type Typed = { shortcode: string; amount: number; phone: string; reference: string };

/** What a customer pays by typing the number: asked about first where the business wants that, reported afterwards. */
export async function payTyped(world: World, typed: Typed): Promise<Moved | null> {
  const account = world.accounts.find(
    ({ shortcode, till }) => typed.shortcode === shortcode || typed.shortcode === till,
  );
  if (!account) return null;
  const receipt = newReceipt(world);
  const moved: Moved = {
    ...typed,
    shortcode: account.shortcode,
    receipt,
    at: new Date(world.clock.now()).toISOString(),
  };
  if (account.validates && !(await isWelcome(world, moved))) return null;
  world.till.push(moved);
  await reportTyped(world, moved);
  return moved;
}

export async function reportTyped(world: World, moved: Moved, { prompted = false } = {}): Promise<void> {
  const urls = world.registered.get(moved.shortcode);
  if (!urls) return;
  await post(world, {
    url: urls.confirmationUrl,
    shortcode: moved.shortcode,
    body: confirmation(world, moved, { balance: "0.00", prompted }),
  });
}

/** Silence and nonsense count as whatever was registered. */
async function isWelcome(world: World, moved: Moved): Promise<boolean> {
  const urls = world.registered.get(moved.shortcode);
  if (!urls) return true;
  const body = confirmation(world, moved, { balance: "" });
  const text = await send(world, written(world, { url: urls.validationUrl, shortcode: moved.shortcode, body }));
  const code = /"ResultCode"\s*:\s*"?([A-Z0-9]+)/.exec(text ?? "")?.[1];
  return code === undefined ? urls.completes : code === "0";
}

function confirmation(
  world: World,
  moved: Moved,
  { balance, prompted }: { balance: string; prompted?: boolean },
): string {
  const account = world.accounts.find(({ shortcode }) => shortcode === moved.shortcode);
  const { phone } = moved;
  return JSON.stringify({
    TransactionType: account?.kind === "till" ? "Buy Goods" : "Pay Bill",
    TransID: moved.receipt,
    TransTime: nairobiTimestamp(new Date(moved.at)),
    TransAmount: prompted ? `${moved.amount}.00` : String(moved.amount),
    BusinessShortCode: moved.shortcode,
    BillRefNumber: moved.reference,
    InvoiceNumber: "",
    OrgAccountBalance: balance,
    ThirdPartyTransID: "",
    MSISDN: world.registered.get(moved.shortcode)?.hashes
      ? createHash("sha256").update(phone).digest("hex")
      : `${phone.slice(0, 4)} ***** ${phone.slice(-3)}`,
    FirstName: "Wanjiru",
    MiddleName: "",
    LastName: "",
  });
}
