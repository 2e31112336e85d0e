import { expect, test } from "vitest";
import { isOldPassword } from "./internal/old-hashes";
import { isFromBefore, isOutdated } from "./passwords";

// What Django itself expects in tests/auth_tests/test_hashers.py of 1.8, 5.0, 5.1 and 5.2.
const vectors = [
  "pbkdf2_sha256$12000$seasalt$Ybw8zsFxqja97tY/o6G+Fy1ksY4U/Hw3DRrGED6Up4s=",
  "pbkdf2_sha256$720000$seasalt$eDupbcisD1UuIiou3hMuMu8oe/XwnpDw45r6AA5iv0E=",
  "pbkdf2_sha256$870000$seasalt$wJSpLMQRQz0Dhj/pFpbyjMj71B2gUYp6HJS5AU+32Ac=",
  "pbkdf2_sha256$1000000$seasalt$r1uLUxoxpP2Ued/qxvmje7UH9PUJBkRrvf9gGPL7Cps=",
];

test.each(vectors)("%s is the hash of its password, and out of date", async (hash) => {
  expect(await isOldPassword("lètmein", hash)).toBe(true);
  expect(await isOldPassword("lètmeinz", hash)).toBe(false);
  expect(isOutdated(hash)).toBe(true);
});

test.each([
  ["a password that is none", "!Xk3"],
  ["another way of hashing", "pbkdf2_sha1$260000$seasalt$wAibXvW6jgvatCdONi6SMJ6q7mI="],
  ["turns that would keep a core busy", "pbkdf2_sha256$9000000$seasalt$r1uLUxoxpP2Ued/qxvmje7UH9PUJBkRrvf9gGPL7Cps="],
  ["a key that is too short", "pbkdf2_sha256$1$seasalt$r1uL"],
])("%s is not taken over", (_, hash) => expect(isFromBefore(hash)).toBe(false));
