import assert from "node:assert/strict";
import { test } from "node:test";
import { inflateRawSync } from "node:zlib";

import { crc32, zip } from "./zip.mjs";

test("the CRC of the standard check string is the standard's", () => {
  assert.equal(crc32(Buffer.from("123456789")), 0xcbf43926);
});

test("a file comes out of the zip as it went in", () => {
  const bytes = zip(new Map([["a.txt", "hello hello hello"]]));
  const start = 30 + bytes.readUInt16LE(26);
  const packed = bytes.subarray(start, start + bytes.readUInt32LE(18));
  assert.equal(inflateRawSync(packed).toString(), "hello hello hello");
});

test("the order in which files are given does not matter", () => {
  const forwards = zip(new Map([["a", "1"], ["b", "2"]]));
  const backwards = zip(new Map([["b", "2"], ["a", "1"]]));
  assert.deepEqual(forwards, backwards);
});
