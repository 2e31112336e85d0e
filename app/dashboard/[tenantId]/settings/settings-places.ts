import type { Say } from "@/app/_words/say";
import type { Permission } from "@/lib/auth/permissions";

export type SettingsPlace = { path: string; label: string; about: string; needs?: Permission };
export type SettingsGroup = { title: string; places: SettingsPlace[] };

/** What can be set, by what it is about. */
const groupsIn = (say: Say): SettingsGroup[] => [
  {
    title: say("Your business"),
    places: [
      { path: "/hours", label: say("Opening hours"), about: say("Every week, and days that are different") },
      { path: "/business", label: say("Business"), about: say("Name, address, and what customers read of you") },
      { path: "/branding", label: say("Branding"), about: say("Your logo and your colour") },
      { path: "/holidays", label: say("Public holidays"), about: say("On which of them you are open") },
      { path: "/resources", label: say("Chairs and rooms"), about: say("What runs out before people do") },
    ],
  },
  {
    title: say("Customers"),
    places: [
      { path: "/rules", label: say("Booking rules"), about: say("How soon, how late, deposits and fees") },
      { path: "/share", label: say("Share"), about: say("Your link, a poster, a button for your site") },
      { path: "/messages", label: say("Messages"), about: say("Reminders, and when nobody is disturbed") },
      { path: "/privacy", label: say("Privacy"), about: say("What is kept of customers, and how long") },
    ],
  },
  {
    title: say("Money"),
    places: [
      {
        path: "/mpesa",
        label: "M-Pesa",
        about: say("The number that you are paid at"),
        needs: "payments.manage",
      },
      {
        path: "/plan",
        label: say("Plan"),
        about: say("What you have with us, and invoices"),
        needs: "subscription.see",
      },
    ],
  },
  {
    title: say("In and out"),
    places: [
      {
        path: "/integrations",
        label: say("Integrations"),
        about: say("E-mail, SMS and calendars, and whether they work"),
        needs: "settings.manage",
      },
      {
        path: "/api-keys",
        label: say("API keys"),
        about: say("Programs that you let in"),
        needs: "api_keys.manage",
      },
      { path: "/import", label: say("Import"), about: say("Lists from elsewhere"), needs: "imports.run" },
      {
        path: "/data",
        label: say("Your data"),
        about: say("Everything you have, as one file"),
        needs: "archive.take",
      },
    ],
  },
];

/** Those that somebody may see. */
export const settingsOf = (say: Say, may: readonly Permission[]): SettingsGroup[] =>
  groupsIn(say)
    .map(({ title, places }) => ({ title, places: places.filter(({ needs }) => !needs || may.includes(needs)) }))
    .filter(({ places }) => places.length > 0);
