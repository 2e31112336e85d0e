import { eq } from "drizzle-orm";
import { z } from "zod";
import { privacyNotices } from "@/db/schema/privacy";
import { tenants } from "@/db/schema/tenants";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import type { Language } from "@/lib/platform/format";
import { typedText } from "@/lib/platform/typed-text";
import { headOf, writePosition } from "./head";
import type { Scope } from "./scope";

export const mostNotice = 8_000;

export const privacyNoticeInput = z.object({
  text: z
    .string("is missing")
    .transform((typed) => typed.replace(/\r\n?/g, "\n"))
    .pipe(typedText(mostNotice).refine((text) => text.length >= 40, "is too short to tell anybody anything")),
});

/** True of every business here; one that does more with its customers' data says so in words of its own. */
export const readyNotice = (house: string, phone: string, language: Language = "en"): string =>
  language === "sw" ? readySwahili(house, phone) : readyEnglish(house, phone);

const readyEnglish = (house: string, phone: string): string =>
  `${house} keeps your name, your phone number, your e-mail address if you gave one, what you booked and paid, and what you told us about yourself, such as allergies.

We need it to expect you, to serve you safely, to reach you about your visit and to keep our books. We send offers and news only if you said yes, and every such message has a link to stop them.

The people who work here see what they need to serve you. M-Pesa payments go through Safaricom, and messages through the service that sends them. We do not sell what we know of you.

We keep it while you are our customer. What the law makes us keep of our books, such as amounts and M-Pesa codes, stays as long as it says, without your name.

You may ask what we know of you, have it corrected, take it with you, or have it erased: sign in under "Your bookings" on our booking page, or call ${phone}. If we do not answer, complain to the Office of the Data Protection Commissioner, odpc.go.ke.`;

const readySwahili = (house: string, phone: string): string =>
  `${house} huhifadhi jina lako, namba yako ya simu, barua pepe yako kama uliitoa, ulichoweka miadi na kulipa, na uliyotuambia kukuhusu, kama vile mzio.

Tunayahitaji ili kukutarajia, kukuhudumia kwa usalama, kukufikia kuhusu ziara yako na kuweka hesabu zetu. Tunatuma ofa na habari tu kama ulikubali, na kila ujumbe kama huo una kiungo cha kuzisimamisha.

Wanaofanya kazi hapa huona wanachohitaji ili kukuhudumia. Malipo ya M-Pesa hupitia Safaricom, na ujumbe hupitia huduma inayoutuma. Hatuuzi tunayojua kukuhusu.

Tunayahifadhi wakati wewe ni mteja wetu. Ambayo sheria inatutaka tuhifadhi katika hesabu zetu, kama kiasi na nambari za M-Pesa, hubaki kwa muda inaosema, bila jina lako.

Unaweza kuuliza tunayojua kukuhusu, kuyarekebisha, kuyachukua, au kuyafuta: ingia kwenye "Miadi yako" katika ukurasa wetu wa miadi, au piga ${phone}. Tusipojibu, lalamika kwa Ofisi ya Kamishna wa Ulinzi wa Data, odpc.go.ke.`;

/** The words of the business; null while it has none of its own. `changedAt`: since when. */
export async function privacyNotice({ tx, tenantId }: Scope): Promise<{ text: string; changedAt: string } | null> {
  const [row] = await tx.select().from(privacyNotices).where(eq(privacyNotices.tenantId, tenantId));
  return row ? { text: row.text, changedAt: row.changedAt.toISOString() } : null;
}

/** For whoever may change them: those words, or the ready ones. */
export type PrivacyNotice = { text: string; changedAt: string | null; position: string };

export async function getPrivacyNotice(scope: Scope): Promise<PrivacyNotice> {
  const own = await privacyNotice(scope);
  const [house] = await scope.tx
    .select({ name: tenants.name, phone: tenants.phone })
    .from(tenants)
    .where(eq(tenants.id, scope.tenantId));
  const { name, phone } = house!;
  const position = writePosition(await headOf(scope));
  return own ? { ...own, position } : { text: readyNotice(name, phone), changedAt: null, position };
}

/** From now on this is what customers read. The same once more changes nothing. */
export async function setPrivacyNotice(scope: Scope, { text }: z.output<typeof privacyNoticeInput>): Promise<void> {
  const before = await privacyNotice(scope);
  if (before?.text === text) return;
  const { tenantId } = scope;
  const changed = { text, changedAt: now() };
  await scope.tx
    .insert(privacyNotices)
    .values({ tenantId, ...changed })
    .onConflictDoUpdate({ target: privacyNotices.tenantId, set: changed });
  await recordAudit(scope, {
    action: "privacy.changed",
    entity: "tenant",
    entityId: tenantId,
    before: { text: before?.text ?? "" },
    after: { text },
  });
  recordEvent(scope, { name: "privacy.changed", tenantId });
}
