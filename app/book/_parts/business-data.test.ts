import { expect, test } from "vitest";
import { businessData, writeData } from "./business-data";

const tenant = {
  id: "t",
  slug: "amani",
  name: "</script><script>alert(1)</script><!--",
  businessType: "salon",
  city: "Nairobi",
  phone: "+254700000000",
  timeZone: "Africa/Nairobi",
  currency: "KES",
  locale: "en-KE",
  colour: "#0f766e",
  logo: null,
  status: "active" as const,
  worksUntil: null,
  isClosing: false,
  address: "",
  mapLink: null,
  whatsapp: null,
  about: "",
  aboutSw: "",
  listed: true,
};
const service = {
  id: "s",
  name: "Cut",
  category: "Hair",
  description: "",
  durationMinutes: 30,
  priceMinor: 1000,
  fromMinor: 90_050,
  toMinor: 90_050,
  currency: "KES",
  addons: [],
  photo: null,
};

test("nothing a business typed ends the element, and it reads back as it was typed", () => {
  const text = writeData({ name: tenant.name });
  expect(text).not.toContain("<");
  expect(JSON.parse(text)).toEqual({ name: tenant.name });
});

test("hours end on the clock, nights on the next morning's; prices are in whole money, from and to where they differ", () => {
  const data = businessData("https://x.test", tenant, [service, { ...service, id: "t", toMinor: 120_000 }], {
    weekly: [
      { weekday: 1, from: 480, to: 1_080 },
      { weekday: 5, from: 1_200, to: 1_560 },
      { weekday: 6, from: 0, to: 1_440 },
    ],
    days: [],
  });
  expect(data).toMatchObject({
    "@type": "BeautySalon",
    url: "https://x.test/book/amani",
    openingHoursSpecification: [
      { dayOfWeek: "Monday", opens: "08:00", closes: "18:00" },
      { dayOfWeek: "Friday", opens: "20:00", closes: "02:00" },
      { dayOfWeek: "Saturday", opens: "00:00", closes: "23:59" },
    ],
    makesOffer: [
      { price: 900.5, priceCurrency: "KES", itemOffered: { name: "Cut" } },
      { priceSpecification: { minPrice: 900.5, maxPrice: 1_200 } },
    ],
  });
});
