import { describe, expect, test } from "vitest";
import { readFrame } from "./frame";

describe("readFrame", () => {
  test("reads an event", () => {
    const data = JSON.stringify({
      seq: 7,
      name: "booking.placed",
      title: "Jane booked",
      message: "Braids",
      entity: "booking",
      entityId: "b",
      staffIds: ["s"],
    });
    expect(readFrame("2-7", "booking.placed", data)).toEqual({
      at: { epoch: 2, seq: 7 },
      id: "2-7",
      name: "booking.placed",
      title: "Jane booked",
      message: "Braids",
      entity: "booking",
      entityId: "b",
      by: null,
      staffIds: ["s"],
    });
  });

  test("keeps what it has no words for, since it counts", () => {
    expect(readFrame("2-8", "hidden", '{"seq":8,"name":"hidden"}')).toMatchObject({
      name: "hidden",
      title: "",
      staffIds: [],
    });
  });

  test("takes the name in the data over the one it was sent under", () => {
    expect(readFrame("2-9", "message", '{"name":"cow.jumped"}')?.name).toBe("cow.jumped");
  });

  test.each([
    ["no place", "", "{}"],
    ["damaged data", "2-7", "{"],
  ])("is null with %s", (_, id, data) => {
    expect(readFrame(id, "booking.placed", data)).toBeNull();
  });
});
