import { type DomainEvent, entryOf, type InSeries, type Told } from "@/lib/events/catalogue";
import { formatDayTime, type Language } from "@/lib/platform/format";

/** What members are written to of, in the language of their profile. */
export type Mailed = Extract<DomainEvent, { name: "booking.placed" | "booking.cancelled" | "booking.moved" }>;
type News = { title: string; message: string };

export type MemberWords = {
  /** Why they get it, at the end of a letter. */
  asked(profile: string): string;
  testSubject(house: string): string;
  test(house: string): string;
};

export const memberWords: Record<Language, MemberWords> = {
  en: {
    asked: (profile) => `You asked for this in your profile: ${profile}`,
    testSubject: (house) => `${house}: a test`,
    test: (house) => `This is a test from ${house}. Messages to your customers come this way.`,
  },
  sw: {
    asked: (profile) => `Uliomba haya kwenye wasifu wako: ${profile}`,
    testSubject: (house) => `${house}: jaribio`,
    test: (house) => `Hili ni jaribio kutoka ${house}. Ujumbe kwa wateja wako hupitia njia hii.`,
  },
};

/** English is what the screens say, too. */
export const memberNews: Record<Language, (event: Mailed, told: Told) => News> = {
  en: (event, told) => entryOf(event.name).words(event, told),
  sw: (event, told) => {
    const [who, what] = [told.customerName ?? "Mteja", event.services.join(", ")];
    const at = formatDayTime(event.startsAt, told.timeZone, "sw");
    if (event.name === "booking.placed") return placedInSwahili(event, who, what, at);
    const own = event.by === "customer";
    if (event.name === "booking.moved")
      return { title: own ? `${who} amehamisha ${what}` : `Imehamishwa: ${what} kwa ${who}`, message: at };
    return { title: own ? `${who} ameghairi ${what}` : `Imeghairiwa: ${what} kwa ${who}`, message: at };
  },
};

type Placed = Extract<Mailed, { name: "booking.placed" }>;

function placedInSwahili({ series, status, awaits, isNew }: Placed, who: string, services: string, at: string): News {
  const what = series ? `${services}, ${seriesInSwahili(series)}` : services;
  const first = series ? (series.place === 1 ? "Kwanza " : "Kuanzia ") : "";
  return { title: titleInSwahili(who, what, status, awaits), message: `${first}${at}${isNew ? ", mgeni hapa" : ""}` };
}

const seriesInSwahili = ({ of, weeks }: InSeries): string =>
  `mara ${of} kila ${weeks === 1 ? "wiki" : `wiki ${weeks}`}`;

function titleInSwahili(who: string, what: string, status: string, awaits?: "deposit"): string {
  if (awaits === "deposit") return `${who} anataka ${what}: amana inasubiriwa`;
  if (status === "held") return `Imeshikiliwa kwa ${who}: ${what}`;
  return status === "requested" ? `${who} anaomba ${what}` : `${who} ameweka miadi ya ${what}`;
}
