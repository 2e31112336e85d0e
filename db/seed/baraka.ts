import { type DemoBusiness, policy, work } from "./businesses";

export const baraka: DemoBusiness = {
  slug: "baraka",
  name: "Baraka Barbers",
  businessType: "kinyozi",
  city: "Mombasa",
  phone: "+254741203355",
  timeZone: "Africa/Nairobi",
  colour: "#1f5f8b",
  kind: "business",
  status: "active",
  policy: { ...policy, noticeMinutes: 15 },
  services: [
    {
      key: "cut",
      name: "Haircut",
      category: "Cuts",
      description: "Clipper or scissors, hot towel",
      segments: [work(30)],
      price: 400,
    },
    {
      key: "beard",
      name: "Beard trim & shape",
      category: "Beard",
      description: "Line-up with a razor finish",
      segments: [work(20)],
      price: 300,
    },
    {
      key: "cut-beard",
      name: "Haircut & beard",
      category: "Cuts",
      description: "",
      segments: [work(45)],
      price: 600,
      after: 5,
    },
  ],
  staff: [
    {
      key: "salim",
      name: "Salim Juma",
      title: "Master barber",
      colour: "#1f5f8b",
      week: ["9-14", "8-20", "8-20", "8-20", "8-20", "8-12,14-20", "8-20"],
      does: ["cut", "beard", "cut-beard"],
    },
    {
      key: "kazungu",
      name: "Kazungu Charo",
      title: "Barber",
      colour: "#9a5b1c",
      week: ["", "10-20", "10-20", "", "10-20", "10-20", "8-20"],
      does: ["cut", "beard", "cut-beard"],
    },
  ],
};
