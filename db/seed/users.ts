import { applicants } from "./applicants";

export type DemoUser = {
  email: string;
  name: string;
  platformAdmin: boolean;
  of?: { slug: string; role: string; staff?: string };
};

export const users: DemoUser[] = [
  { email: "owner@amani.test", name: "Wanjiku Kamau", platformAdmin: false, of: { slug: "amani", role: "owner" } },
  { email: "manager@amani.test", name: "Brian Odhiambo", platformAdmin: false, of: { slug: "amani", role: "manager" } },
  { email: "desk@amani.test", name: "Mercy Mutua", platformAdmin: false, of: { slug: "amani", role: "front_desk" } },
  {
    email: "staff@amani.test",
    name: "Achieng Otieno",
    platformAdmin: false,
    of: { slug: "amani", role: "staff", staff: "achieng" },
  },
  {
    email: "owner@baraka.test",
    name: "Salim Juma",
    platformAdmin: false,
    of: { slug: "baraka", role: "owner", staff: "salim" },
  },
  ...applicants.map(({ slug, applied: { email, owner } }) => ({
    email,
    name: owner,
    platformAdmin: false,
    of: { slug, role: "owner", staff: "owner" },
  })),
  { email: "admin@clientpulse.test", name: "Faith Naliaka", platformAdmin: true },
];
