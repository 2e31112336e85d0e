import { expect, test } from "vitest";
import { photoTypeOf } from "./photo-rules";

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

test.each([
  ["image/jpeg", "\xff\xd8\xff\xe0\x00\x10JFIF"],
  ["image/png", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"],
  ["image/webp", "RIFF\x24\x00\x00\x00WEBPVP8 "],
  [null, "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"],
  [null, "<!doctype html><script>alert(1)</script>"],
  [null, "GIF89a\x01\x00"],
  [null, "RIFF\x24\x00\x00\x00WAVEfmt "],
  [null, " \xff\xd8\xff"],
  [null, ""],
])("%s is told by its first bytes", (type, text) => {
  expect(photoTypeOf(bytes(text))).toBe(type);
});
