import type { Language } from "@/lib/platform/format";

/** What stands in the files of reports beside the numbers that the screens name. */

const en = {
  total: "Total",
  from: "From",
  to: "To",
  person: "Person",
  share: "Share",
  amount: "Amount",
  what: "What",
  number: "Number",
  before: "Before",
  shareBefore: "Share before",
  amountBefore: "Amount before",
  ofThose: (whom: string) => `of those ${whom}`,
  days: (from: string, to: string) => `${from} to ${to}`,
  made: (at: string) => `Made ${at}`,

  customers: "Customers",
  bookings: "Bookings",
  referrals: "Referrals",
  campaigns: "Campaigns",
  occupancy: "Time sold",
  minutesOnSale: "Minutes on sale",
  sold: "Sold",
  free: "Free",
  lost: "Lost to holes",
  beyond: "Outside of hours",

  revenue: "Revenue",
  revenueNet: "Revenue without VAT and tips",
  bySold: "Revenue by what was sold",
  serviceOrProduct: "Service or product",
  feesKept: "Fees kept",
  byPerson: "Revenue by person",
  nobody: "Nobody",
  byMethod: "Money by how it was paid",
  paidBy: "Paid by",
  methods: { cash: "Cash", card: "Card", other: "Other" },

  profit: "Profit",
  salesNet: "Sales without VAT and tips",
  stock: "Stock",
  expenses: "Expenses",
  earnings: "Earnings",
};

export type ReportWords = typeof en;

const sw: ReportWords = {
  total: "Jumla",
  from: "Kuanzia",
  to: "Hadi",
  person: "Mtu",
  share: "Sehemu",
  amount: "Kiasi",
  what: "Nini",
  number: "Idadi",
  before: "Kabla",
  shareBefore: "Sehemu kabla",
  amountBefore: "Kiasi kabla",
  ofThose: (whom) => `kati ya ${whom}`,
  days: (from, to) => `${from} hadi ${to}`,
  made: (at) => `Imetengenezwa ${at}`,

  customers: "Wateja",
  bookings: "Miadi",
  referrals: "Walioletwa na wateja",
  campaigns: "Kampeni",
  occupancy: "Muda uliouzwa",
  minutesOnSale: "Dakika zinazouzwa",
  sold: "Zilizouzwa",
  free: "Zilizo wazi",
  lost: "Zilizopotea kwenye mianya",
  beyond: "Nje ya saa za kazi",

  revenue: "Mapato",
  revenueNet: "Mapato bila VAT na bakshishi",
  bySold: "Mapato kwa kilichouzwa",
  serviceOrProduct: "Huduma au bidhaa",
  feesKept: "Ada zilizobaki",
  byPerson: "Mapato kwa mtu",
  nobody: "Hakuna",
  byMethod: "Pesa kwa njia ya malipo",
  paidBy: "Imelipwa kwa",
  methods: { cash: "Pesa taslimu", card: "Kadi", other: "Nyingine" },

  profit: "Faida",
  salesNet: "Mauzo bila VAT na bakshishi",
  stock: "Bidhaa ghalani",
  expenses: "Gharama",
  earnings: "Malipo ya watu",
};

export const reportWords: Record<Language, ReportWords> = { en, sw };
