import type { Language } from "@/lib/platform/format";
import account from "./swahili/account.json";
import admin from "./swahili/admin.json";
import auth from "./swahili/auth.json";
import bookings from "./swahili/bookings.json";
import common from "./swahili/common.json";
import customers from "./swahili/customers.json";
import dev from "./swahili/dev.json";
import eventFills from "./swahili/event-fills.json";
import events from "./swahili/events.json";
import fills from "./swahili/fills.json";
import messages from "./swahili/messages.json";
import money from "./swahili/money.json";
import reports from "./swahili/reports.json";
import settings from "./swahili/settings.json";
import shell from "./swahili/shell.json";
import team from "./swahili/team.json";
import till from "./swahili/till.json";
import today from "./swahili/today.json";
import told from "./swahili/told.json";
import { english, wordsOf } from "./words";

/** Every sentence of the people who work here, by the file of where it is said; none stands in two of them. */
export const sentences = {
  account,
  admin,
  auth,
  bookings,
  common,
  customers,
  dev,
  eventFills,
  events,
  fills,
  messages,
  money,
  reports,
  settings,
  shell,
  team,
  till,
  told,
  today,
};

const { told: faults, events: happened, fills: inFaults, eventFills: inEvents, ...said } = sentences;
const spoken = Object.assign({}, ...Object.values(said));
const swahili = wordsOf({ spoken, told: faults, happened, fills: inFaults, eventFills: inEvents });

export const wordsIn = (language: Language) => (language === "sw" ? swahili : english);
