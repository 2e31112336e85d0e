import { daysOn } from "../support/api";
import { testToken } from "../support/server";
import type { Stage } from "./stage";

type Read = { cookie?: string; headers?: Record<string, string>; params?: Record<string, string>; query?: string };
type Asked = (stage: Stage) => Promise<Read> | Read;

const owner = ({ cast }: Stage) => ({ cookie: cast.cookies.owner });
/** As the owner of A, of one thing there. */
const one =
  (name: string, find: (stage: Stage) => Promise<string>): Asked =>
  async (stage) => ({ ...owner(stage), params: { [name]: await find(stage) } });
/** The same, with something to say. */
const asking =
  (say: (stage: Stage) => string): Asked =>
  (stage) => ({ ...owner(stage), query: `?${say(stage)}` });

const soon = daysOn(2);
const visit = ({ cast }: Stage) => `service=${cast.a.serviceId}&from=${soon}&to=${soon}`;
const bearer = () => ({ headers: { authorization: `Bearer ${testToken}` } });

/** Of their own business, in which somebody has been paid. */
const payslip =
  (say: (settled: Awaited<ReturnType<Stage["settled"]>>) => Read): Asked =>
  async (stage) => {
    const settled = await stage.settled();
    const { params, ...more } = say(settled);
    return { cookie: settled.cookie, params: { tenantId: settled.tenantId, ...params }, ...more };
  };

const atShelf =
  (name: "productId" | "countId"): Asked =>
  async (stage) => {
    const { cookie, tenantId, [name]: id } = await stage.withShelf();
    return { cookie, params: { tenantId, [name]: id } };
  };

/** The link to the days of whom A's owner looks after. */
async function feedToken({ app, cast }: Stage): Promise<string> {
  const { tenantId, staffId } = cast.a;
  const made = await fetch(`${app.url}/api/dashboard/${tenantId}/staff/${staffId}/calendar`, {
    method: "POST",
    body: "{}",
    headers: { cookie: cast.cookies.owner, origin: app.url, "content-type": "application/json" },
  });
  return ((await made.json()) as { link: string }).link.split("/").at(-1)!;
}

async function platformEnquiry(stage: Stage): Promise<string> {
  const [platform] = await stage.app.sql`select id from tenants where kind = 'platform'`;
  return stage.enquired(platform!.id);
}

const a = "GET /api/dashboard/[tenantId]";

/** How it is asked what the table of the fence asks with nothing, and is refused. */
export const reads: Record<string, Asked> = {
  "GET /api/b/[token]/stream": ({ cast }) => ({ params: { token: cast.a.token } }),
  "GET /api/public/[slug]/availability": (stage) => ({ query: `?${visit(stage)}` }),
  [`${a}/availability`]: asking(visit),
  [`${a}/bookings/[id]/times`]: async (stage) => ({
    ...owner(stage),
    params: { id: await stage.booking() },
    query: `?date=${soon}`,
  }),
  [`${a}/bookings/series`]: asking(
    ({ cast }) => `service=${cast.a.serviceId}&startsAt=${soon}T07:00:00Z&weeks=1&times=3`,
  ),
  [`${a}/calendar`]: asking(() => `from=${daysOn(0)}&to=${soon}`),
  [`${a}/me/day`]: ({ cast }) => ({ cookie: cast.cookies.staff, query: `?date=${soon}` }),
  [`${a}/customers/matches`]: asking(() => "search=Some"),
  [`${a}/customers/[id]/merge`]: async (stage) => {
    const { one: id, other } = await stage.twins();
    return { ...owner(stage), params: { id }, query: `?with=${other}` };
  },
  [`${a}/customers/[id]/points`]: one("id", async (stage) => (await stage.withPoints()).customerId),
  [`${a}/customer-rewards/[id]`]: one("id", async (stage) => (await stage.withPoints()).voucherId),
  [`${a}/rewards/[id]`]: one("id", async (stage) => (await stage.withPoints()).rewardId),
  [`${a}/payments/[id]`]: one("id", (stage) => stage.byHand()),
  [`${a}/expenses/[id]`]: one("id", async (stage) => (await stage.spent()).expenseId),
  [`${a}/reviews/[id]`]: one("id", async (stage) => (await stage.reviewed()).reviewId),
  [`${a}/conversations/[id]`]: one("id", (stage) => stage.written()),
  [`${a}/enquiries/[id]`]: one("id", (stage) => stage.enquired()),
  [`${a}/campaigns/[campaignId]`]: one("campaignId", (stage) => stage.campaign()),
  [`${a}/imports/[importId]`]: one("importId", (stage) => stage.listRead("done")),
  [`${a}/imports/[importId]/errors`]: one("importId", (stage) => stage.listRead("done")),
  [`${a}/payroll/[id]`]: payslip(({ periodId: id }) => ({ params: { id } })),
  [`${a}/payroll/[id]/payslip`]: payslip(({ periodId: id, staffId }) => ({
    params: { id },
    query: `?staff=${staffId}`,
  })),
  [`${a}/payroll/person/[staffId]`]: payslip(({ periodId, staffId }) => ({
    params: { staffId },
    query: `?period=${periodId}`,
  })),
  [`${a}/stock/[productId]`]: atShelf("productId"),
  [`${a}/stock/counts/[countId]`]: atShelf("countId"),
  "GET /api/admin/enquiries/[id]": async (stage) => ({
    cookie: stage.cast.cookies.admin,
    params: { id: await platformEnquiry(stage) },
  }),
  "GET /api/calendar/[token]": async (stage) => ({ params: { token: await feedToken(stage) } }),
  "GET /api/cron/tick": bearer,
  "GET /api/metrics": bearer,
};
