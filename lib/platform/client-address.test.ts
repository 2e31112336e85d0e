import { expect, test } from "vitest";
import { networkOf } from "./client-address";

test.each([
  ["41.90.64.10", "41.90.64.10"],
  ["::ffff:41.90.64.10", "41.90.64.10"],
  ["2c0f:fe38:2100:4a1::17", "2c0f:fe38:2100:4a1::/64"],
  ["2c0f:fe38:2100:04A1:ffff:1:2:3", "2c0f:fe38:2100:4a1::/64"],
  ["2c0f::1", "2c0f:0:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["", ""],
  ["unknown", "unknown"],
])("%s counts as %s", (address, network) => expect(networkOf(address)).toBe(network));
