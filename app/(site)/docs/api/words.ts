import { nouns } from "@/app/api/_docs/all";
import type { Language } from "@/lib/platform/format";

/** What stands around the document of the API; `so` is shown as code. */

const en = {
  about:
    "What the pages do, they do by these addresses. A program with a key may use those that its scopes are for: bookings, customers, services, staff, visits, payments, reviews and who waits. The others say that no key opens them.",
  same: (document: string) => `The same as ${document}, made from what the routes themselves check.`,
  /** Where the document itself stays in English. */
  inEnglish: "",
  contents: "What it is about",
  key: {
    title: "Let a program in",
    text: "The owner makes a key under Settings, API keys, and gives it what the program needs. It is shown once. It goes along as a header, and works for the business that gave it alone.",
    ends: "A key that is revoked is let in no more at once, and its streams close within two seconds. No key gives money back, makes keys, or changes people and settings.",
  },
  refused: {
    title: "What is refused",
    text: "Every refusal is a problem (RFC 9457): `title` is for people, `code` for programs.",
  },
  lists: {
    title: "Long lists",
    text: "A list answers `nextCursor`: send it back as `cursor` for what follows. Null says that nothing does. What a cursor is made of may change.",
  },
  twice: {
    title: "Sending twice",
    text: "Wherever a program posts something, for a business or as a booking made online, `Idempotency-Key` may go along: 8 to 200 printable characters. Sent again with the same body within a day, it gets the same answer and nothing is done twice; with another body it is refused with 422 and `key_reused`. What was refused is not kept, so it may be tried again with the same.",
  },
  often: {
    title: "How often",
    text: "A key may ask 600 times a minute. Wherever asking is counted, `RateLimit-Limit`, `RateLimit-Remaining` and `RateLimit-Reset` (seconds) say how much is left. Beyond it comes 429 with `Retry-After`.",
  },
  hearing: {
    title: "Hearing at once",
    text: "With `events:read`, `/api/dashboard/TENANT_ID/stream` stays open as server-sent events. Each frame’s `id` is its place in the log; sent back as `Last-Event-ID`, nothing is missed. `hidden` stands for what this listener may not see, `level` says that the past is told, `reset` that everything is to be read anew, `beat` that the line lives.",
  },
  sent: "In the address and the headers",
  body: (type: string) => `Body, ${type}`,
  answer: (status: string, type: string) => `Answer ${status}, ${type}`,
  mayBe: (statuses: string) => `May be refused with ${statuses}.`,
  listOf: (what: string) => `list of ${what}`,
  anything: "anything",
  nouns: Object.fromEntries(nouns.map(({ name, title, says }) => [name, { title, says }])),
};

export type ApiWords = typeof en;

const sw: ApiWords = {
  about:
    "Kile ambacho kurasa hufanya, hukifanya kwa anwani hizi. Programu yenye ufunguo inaweza kutumia zile ambazo ufunguo wake unaruhusu: miadi, wateja, huduma, wahudumu, ziara, malipo, maoni na wanaosubiri. Nyingine husema kuwa hakuna ufunguo unaozifungua.",
  same: (document) => `Ni sawa na ${document}, iliyotengenezwa kwa kanuni zile zile ambazo anwani zenyewe hutumia.`,
  inEnglish: "Majina na maelezo ya kila anwani yako kwa Kiingereza, kama yalivyo kwenye hati ya OpenAPI.",
  contents: "Inahusu nini",
  key: {
    title: "Ruhusu programu kuingia",
    text: "Mmiliki hutengeneza ufunguo kwenye Mipangilio, Funguo za API, na kuupa ruhusa ambazo programu inahitaji. Huonyeshwa mara moja. Hutumwa kama kichwa cha ombi, na hufanya kazi kwa biashara iliyoutoa pekee.",
    ends: "Ufunguo uliofutwa hauingii tena mara moja, na mitiririko yake hufungwa ndani ya sekunde mbili. Hakuna ufunguo unaorudisha pesa, kutengeneza funguo, wala kubadilisha watu na mipangilio.",
  },
  refused: {
    title: "Kinachokataliwa",
    text: "Kila kukataliwa ni tatizo (RFC 9457): `title` ni ya watu, `code` ni ya programu.",
  },
  lists: {
    title: "Orodha ndefu",
    text: "Orodha hujibu `nextCursor`: irudishe kama `cursor` ili kupata zinazofuata. Null inasema hakuna zaidi. Kinachounda cursor kinaweza kubadilika.",
  },
  twice: {
    title: "Kutuma mara mbili",
    text: "Programu inapotuma chochote kwa POST, iwe kwa biashara au miadi ya mtandaoni, `Idempotency-Key` inaweza kuambatana: herufi 8 hadi 200 zinazochapika. Ikitumwa tena na mwili ule ule ndani ya siku moja, hupata jibu lile lile na hakuna kinachofanywa mara mbili; ikiwa na mwili mwingine hukataliwa kwa 422 na `key_reused`. Kilichokataliwa hakihifadhiwi, hivyo kinaweza kujaribiwa tena kwa `Idempotency-Key` ile ile.",
  },
  often: {
    title: "Mara ngapi",
    text: "Ufunguo unaweza kuuliza mara 600 kwa dakika. Popote maombi yanapohesabiwa, `RateLimit-Limit`, `RateLimit-Remaining` na `RateLimit-Reset` (sekunde) husema kilichobaki. Zaidi ya hapo huja 429 na `Retry-After`.",
  },
  hearing: {
    title: "Kusikia papo hapo",
    text: "Kwa `events:read`, `/api/dashboard/TENANT_ID/stream` hubaki wazi kama server-sent events. `id` ya kila fremu ni nafasi yake kwenye kumbukumbu; ikirudishwa kama `Last-Event-ID`, hakuna kinachokosekana. `hidden` ni kwa kile ambacho msikilizaji huyu haruhusiwi kukiona, `level` husema yaliyopita yameshasemwa, `reset` kuwa kila kitu kisomwe upya, `beat` kuwa laini iko hai.",
  },
  sent: "Kwenye anwani na vichwa vya ombi",
  body: (type) => `Mwili, ${type}`,
  answer: (status, type) => `Jibu ${status}, ${type}`,
  mayBe: (statuses) => `Inaweza kukataliwa kwa ${statuses}.`,
  listOf: (what) => `orodha ya ${what}`,
  anything: "chochote",
  nouns: {
    public: { title: "Miadi mtandaoni", says: "Kile ambacho yeyote anaweza kuiuliza biashara inayopokea miadi." },
    portal: { title: "Wateja wenyewe", says: "Kwa aliyeingia kwa simu na nambari, au mwenye kiungo cha miadi." },
    bookings: { title: "Miadi", says: "Kilichoahidiwa, na nyakati zilizo wazi." },
    waiting: { title: "Foleni na orodha ya kusubiri", says: "Aliyepo bila miadi, na anayesubiri muda." },
    visits: { title: "Ziara", says: "Kilichofanyika." },
    customers: { title: "Wateja", says: "Anayehudumiwa, na kinachojulikana kumhusu." },
    services: { title: "Huduma", says: "Kinachouzwa kwa ziara." },
    staff: { title: "Wahudumu", says: "Anayehudumu, lini, na asipokuwepo." },
    till: { title: "Kaunta ya malipo", says: "Kilichouzwa, na droo ya pesa." },
    payments: { title: "Malipo", says: "Kilichoombwa, kulipwa na kurudishwa." },
    expenses: { title: "Gharama na faida", says: "Kilichotumika, na kilichobaki." },
    analytics: { title: "Ripoti", says: "Biashara inavyoendelea: pesa, wateja, miadi, na matokeo ya ujumbe." },
    payroll: { title: "Mishahara", says: "Watu walichopata." },
    stock: { title: "Bidhaa ghalani", says: "Kilicho kwenye rafu." },
    rewards: { title: "Zawadi", says: "Pointi, na kinachopatikana kwazo." },
    reviews: { title: "Maoni", says: "Kilichosemwa kuhusu ziara." },
    gallery: { title: "Picha za kazi", says: "Picha za kazi iliyofanyika." },
    conversations: { title: "Ujumbe", says: "Mazungumzo na wateja, maswali, na kilichotumwa." },
    campaigns: { title: "Kampeni", says: "Kuandikia makundi ya wateja." },
    imports: { title: "Orodha kutoka kwingine", says: "Kuingiza kile ambacho mfumo mwingine ulijua." },
    settings: { title: "Mipangilio", says: "Saa za kazi, kanuni na jinsi wateja wanavyoandikiwa." },
    house: { title: "Biashara", says: "Watu wake, kumbukumbu yake, mpango wake, na kinachotokea ndani yake." },
    auth: { title: "Akaunti", says: "Kuingia, na akaunti ya mtu mwenyewe." },
    admin: { title: "Jukwaa", says: "Kwa wanaoendesha mfumo." },
    machines: { title: "Kati ya mashine", says: "Kile mifumo mingine huita, na kinachosema kama tuko sawa." },
    dev: { title: "Majaribio", says: "Ipo tu pale ambapo hakuna kilicho halisi." },
  },
};

export const apiWords: Record<Language, ApiWords> = { en, sw };
