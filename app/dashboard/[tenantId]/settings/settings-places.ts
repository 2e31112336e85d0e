import type { Permission } from "@/lib/auth/permissions";

export type SettingsPlace = { path: string; label: string; about: string; needs?: Permission };
export type SettingsGroup = { title: string; places: SettingsPlace[] };

/** What can be set, by what it is about. */
const groups: SettingsGroup[] = [
  {
    title: "Your business",
    places: [
      { path: "/hours", label: "Opening hours", about: "Every week, and days that are different" },
      { path: "/business", label: "Business", about: "Name, address, and what customers read of you" },
      { path: "/branding", label: "Branding", about: "Your logo and your colour" },
      { path: "/holidays", label: "Public holidays", about: "On which of them you are open" },
      { path: "/resources", label: "Chairs and rooms", about: "What runs out before people do" },
    ],
  },
  {
    title: "Customers",
    places: [
      { path: "/rules", label: "Booking rules", about: "How soon, how late, deposits and fees" },
      { path: "/share", label: "Share", about: "Your link, a poster, a button for your site" },
      { path: "/messages", label: "Messages", about: "Reminders, and when nobody is disturbed" },
      { path: "/privacy", label: "Privacy", about: "What is kept of customers, and how long" },
    ],
  },
  {
    title: "Money",
    places: [
      { path: "/mpesa", label: "M-Pesa", about: "The number that you are paid at", needs: "payments.manage" },
      { path: "/plan", label: "Plan", about: "What you have with us, and invoices", needs: "subscription.see" },
    ],
  },
  {
    title: "In and out",
    places: [
      {
        path: "/integrations",
        label: "Integrations",
        about: "E-mail, SMS and calendars, and whether they work",
        needs: "settings.manage",
      },
      { path: "/api-keys", label: "API keys", about: "Programs that you let in", needs: "api_keys.manage" },
      { path: "/import", label: "Import", about: "Lists from elsewhere", needs: "imports.run" },
      { path: "/data", label: "Your data", about: "Everything you have, as one file", needs: "archive.take" },
    ],
  },
];

/** Those that somebody may see. */
export const settingsOf = (may: readonly Permission[]): SettingsGroup[] =>
  groups
    .map(({ title, places }) => ({ title, places: places.filter(({ needs }) => !needs || may.includes(needs)) }))
    .filter(({ places }) => places.length > 0);
