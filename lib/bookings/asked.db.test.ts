import { expect, test } from "vitest";
import { makeHouse } from "@/db/testing/house";
import { newId } from "@/lib/platform/ids";
import type { Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { askForAnotherTime } from "./ask-for-another-time";
import { bookingToken } from "./booking-token";
import { getTicket } from "./get-ticket";
import { moveBooking } from "./move-booking";
import { placed } from "./testing/placed";
import { undoChange } from "./undo-change";

test("a customer's page knows that the house asks for another time, until that is taken back or it stands elsewhere", async () => {
  const house = await makeHouse();
  const { id, startsAt } = await placed(house, { day: 3 });
  const owner = { kind: "member", userId: newId(), role: "owner", staffId: null } as const;
  const inHouse = <T>(work: (scope: Scope) => Promise<T>) => withTenant(house.tenantId, owner, work);
  const asked = async () => (await getTicket(bookingToken(id)))?.asked;
  const ask = async () => {
    const answer = await inHouse((scope) => askForAnotherTime(scope, { ids: [id], reason: "Water is off" }));
    return answer.ok ? answer.value.asked[0]!.changeId : "";
  };
  expect(await asked()).toBeNull();
  const changeId = await ask();
  expect(await asked()).toEqual({ reason: "Water is off" });
  expect((await inHouse((scope) => undoChange(scope, { id, changeId }))).ok).toBe(true);
  expect(await asked()).toBeNull();
  await ask();
  const elsewhere = new Date(Date.parse(startsAt) + 3_600_000);
  const moved = await withTenant(house.tenantId, { kind: "public", via: "page" }, (scope) =>
    moveBooking(scope, { id, from: startsAt, startsAt: elsewhere }),
  );
  expect(moved).toMatchObject({ ok: true });
  expect(await asked()).toBeNull();
});
