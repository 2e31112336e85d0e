import { expect, test } from "vitest";
import { passwordFault } from "./password-rules";

test.each(["a", "123456789", "short one"])("%j is too short", (password) => {
  expect(passwordFault(password)).toContain("at least 10");
});

test.each([
  "password123",
  "P@ssw0rd2024!",
  "1234567890",
  "0987654321",
  "qwertyuiop",
  "qwerty12345!",
  "iloveyou2024",
  "aaaaaaaaaaaa",
  "abababababab",
  "nairobi2026",
  "Safaricom#2025",
  "passwordpassword",
  "123password123",
  "Letmein!!!!!",
  "1q2w3e4r5t",
  "zaq12wsxcde3",
  "asdf123456",
  "poiuytrewq1",
  "fuckyou123",
  "Liverpool1892",
  "harambee!2026",
])("%j is one that many use", (password) => {
  expect(passwordFault(password)).toContain("many people use");
});

test.each([
  "correct horse battery",
  "matatu na chapati",
  "zk3-Vq9.tr2L",
  "vitu vingi sana",
  "mbuzi mia tatu",
  "were we here",
  "demo-clientpulse",
])("%j is fine: no rule of composition", (password) =>
  expect(passwordFault(password, ["Wanjiru Kamau", "wanjiru@amani.test"])).toBeNull(),
);

test("one's own name or address with a year is none", () => {
  expect(passwordFault("wanjiru2024", ["Wanjiru Kamau", "owner@amani.test"])).toContain("too close");
  expect(passwordFault("owner@amani.test", ["Wanjiru Kamau", "owner@amani.test"])).toContain("too close");
  expect(passwordFault("wanjiru sells forty goats", ["Wanjiru Kamau"])).toBeNull();
});

test("long ones are taken, absurd ones are not", () => {
  expect(passwordFault("ng'ombe ".repeat(20))).toBeNull();
  expect(passwordFault("x1".repeat(200))).toContain("at most");
});
