import type { Language } from "@/lib/platform/format";

/** The heads of tables that are handed out as files, and what stands in their cells beside what people wrote. */

const en = {
  customers: {
    ...{ name: "Name", phone: "Phone", email: "E-mail", status: "Status", tags: "Tags", location: "Lives in" },
    ...{ birthday: "Birthday", visits: "Visits", paid: "Paid", currency: "Currency" },
    ...{ lastVisit: "Last visit", since: "Known since" },
  },
  expenses: {
    ...{ day: "Day", category: "Category", description: "What for", amount: "Amount", currency: "Currency" },
    ...{ paidFrom: "Paid from", forStock: "For stock", by: "By", void: "Void" },
  },
  reviews: {
    ...{ at: "Written", visitAt: "Visit", stars: "Stars", words: "Words", public: "Public", customer: "Customer" },
    ...{ services: "Services", staff: "Served by", answer: "Answer", hidden: "Hidden" },
  },
  audit: {
    ...{ at: "at", who: "who", action: "action", entity: "entity", about: "about", id: "entity_id" },
    ...{ before: "before", after: "after", address: "address" },
  },
  tenants: {
    ...{ name: "Name", address: "Address", kind: "Kind", city: "Town", phone: "Phone", email: "E-mail" },
    ...{ status: "Status", applied: "Applied", customers: "Customers", bookings: "Bookings in 30 days" },
  },
  drawer: "drawer",
  elsewhere: "elsewhere",
  yes: "yes",
  erased: "erased",
  newest: (many: number) => `Only the newest ${many} entries are in this file. Choose dates to get the older ones.`,
};

export type FileWords = typeof en;

const sw: FileWords = {
  customers: {
    ...{ name: "Jina", phone: "Simu", email: "Barua pepe", status: "Hali", tags: "Lebo", location: "Anaishi" },
    ...{ birthday: "Siku ya kuzaliwa", visits: "Ziara", paid: "Amelipa", currency: "Sarafu" },
    ...{ lastVisit: "Ziara ya mwisho", since: "Anajulikana tangu" },
  },
  expenses: {
    ...{ day: "Siku", category: "Aina", description: "Ya nini", amount: "Kiasi", currency: "Sarafu" },
    ...{ paidFrom: "Imelipwa kutoka", forStock: "Kwa ghala", by: "Aliyeandika", void: "Imebatilishwa" },
  },
  reviews: {
    ...{ at: "Yaliandikwa", visitAt: "Ziara", stars: "Nyota", words: "Maneno", public: "Ya wote", customer: "Mteja" },
    ...{ services: "Huduma", staff: "Alihudumiwa na", answer: "Jibu", hidden: "Yamefichwa" },
  },
  audit: {
    ...{ at: "wakati", who: "nani", action: "kitendo", entity: "kitu", about: "kuhusu", id: "kitambulisho" },
    ...{ before: "kabla", after: "baada", address: "anwani" },
  },
  tenants: {
    ...{ name: "Jina", address: "Anwani", kind: "Aina", city: "Mji", phone: "Simu", email: "Barua pepe" },
    ...{ status: "Hali", applied: "Iliomba", customers: "Wateja", bookings: "Miadi ya siku 30" },
  },
  drawer: "droo",
  elsewhere: "kwingine",
  yes: "ndiyo",
  erased: "imefutwa",
  newest: (many) => `Faili hii ina maingizo ${many} mapya zaidi tu. Chagua tarehe ili kupata ya zamani.`,
};

export const fileWords: Record<Language, FileWords> = { en, sw };
