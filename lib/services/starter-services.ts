import type { Segment } from "@/db/schema/services";

export type StarterService = { name: string; category: string; segments: Segment[]; priceMinor: number };

/** Minutes of work; with three numbers the one in the middle is a gap in which the person is free (colour takes). */
type Minutes = number | readonly [work: number, gap: number, work: number];
/** Name, minutes, price in whole shillings. */
type Line = readonly [string, Minutes, number];

const segmentsOf = (minutes: Minutes): Segment[] =>
  typeof minutes === "number"
    ? [{ kind: "work", minutes }]
    : minutes.map((stretch, at) => ({ kind: at === 1 ? "gap" : "work", minutes: stretch }));

const priceList = (list: Record<string, readonly Line[]>): StarterService[] =>
  Object.entries(list).flatMap(([category, lines]) =>
    lines.map(([name, minutes, shillings]) => ({
      name,
      category,
      segments: segmentsOf(minutes),
      priceMinor: shillings * 100,
    })),
  );

const kinyozi = priceList({
  Cuts: [
    ["Haircut", 30, 300],
    ["Haircut and beard", 45, 450],
    ["Skin fade", 45, 500],
    ["Child's cut", 25, 200],
    ["Head shave", 30, 250],
  ],
  Beard: [
    ["Beard trim and shape", 20, 200],
    ["Hot towel shave", 30, 350],
  ],
  "Barber's care": [
    ["Wash and scalp massage", 20, 250],
    ["Black dye", [15, 20, 10], 600],
    ["Face scrub", 30, 500],
  ],
});

const salon = priceList({
  Braids: [
    ["Knotless braids, medium", 240, 3_500],
    ["Knotless braids, small", 300, 4_500],
    ["Box braids", 240, 3_000],
    ["Cornrows", 90, 1_000],
    ["Cornrows with extensions", 150, 1_800],
    ["Crochet braids", 150, 2_500],
    ["Passion twists", 240, 3_500],
    ["Taking braids out", 60, 500],
  ],
  Hair: [
    ["Wash and blow-dry", 60, 800],
    ["Silk press", 90, 1_500],
    ["Relaxer retouch", [40, 20, 40], 1_800],
    ["Treatment and steaming", [20, 20, 20], 1_200],
    ["Colour, whole head", [50, 35, 45], 3_500],
    ["Weave", 150, 2_500],
    ["Wig fitting", 60, 1_500],
    ["Loc retwist", 120, 2_000],
  ],
  Nails: [
    ["Manicure", 45, 800],
    ["Pedicure", 60, 1_200],
    ["Gel polish", 60, 1_500],
  ],
});

const spa = priceList({
  Massage: [
    ["Swedish massage", 60, 3_000],
    ["Deep tissue massage", 60, 3_500],
    ["Hot stone massage", 75, 4_500],
    ["Back, neck and shoulders", 30, 1_800],
    ["Massage before birth", 60, 3_500],
    ["Foot reflexology", 45, 2_000],
  ],
  Face: [
    ["Classic facial", 60, 3_000],
    ["Deep cleansing facial", 75, 4_000],
  ],
  Body: [
    ["Body scrub", 45, 3_000],
    ["Body scrub and wrap", [45, 20, 25], 5_500],
    ["Moroccan bath", 60, 4_000],
  ],
  Waxing: [
    ["Full leg wax", 45, 2_000],
    ["Underarm wax", 20, 800],
  ],
});

const clinic = priceList({
  Consultation: [
    ["General consultation", 20, 1_500],
    ["Follow-up visit", 15, 800],
    ["Child's check-up", 30, 2_000],
    ["Antenatal visit", 30, 2_000],
    ["Nutrition consultation", 45, 2_500],
  ],
  Tests: [
    ["Blood pressure and sugar", 15, 500],
    ["Malaria test", 20, 500],
    ["Taking blood for the laboratory", 15, 700],
  ],
  Treatment: [
    ["Vaccination", 15, 1_500],
    ["Dressing a wound", 30, 1_000],
    ["Ear cleaning", 20, 1_200],
    ["Physiotherapy", 45, 2_500],
  ],
});

/** What a new business of each kind can be booked for at once; its owner changes names, times and prices afterwards. */
export const starterServices: Record<"kinyozi" | "salon" | "spa" | "clinic" | "multi_service", StarterService[]> = {
  kinyozi,
  salon,
  spa,
  clinic,
  multi_service: [...kinyozi, ...salon, ...spa],
};
