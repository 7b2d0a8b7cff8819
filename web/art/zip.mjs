// A zip file from names and bytes, the same bytes every time: sorted names, one fixed date, no extras.
// Format: PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.
import { deflateRawSync } from "node:zlib";

const DOS_DATE = (1 << 5) | 1; // 1 January 1980, the earliest date the format knows
const UTF8_NAMES = 0x0800;
const DEFLATED = 8;
const VERSION = 20;

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/** The CRC-32 (IEEE 802.3) of a Buffer. */
export function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = CRC_TABLE[(crc ^ byte) & 0xff] ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** The 26 bytes that a local header and a central one have in common. */
function commonHeader({ name, packed, size, crc }) {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(VERSION, 0);
  header.writeUInt16LE(UTF8_NAMES, 2);
  header.writeUInt16LE(DEFLATED, 4);
  header.writeUInt16LE(0, 6);
  header.writeUInt16LE(DOS_DATE, 8);
  header.writeUInt32LE(crc, 10);
  header.writeUInt32LE(packed.length, 14);
  header.writeUInt32LE(size, 18);
  header.writeUInt16LE(name.length, 22);
  return header;
}

/** One Buffer holding `files`, a Map from path to string or Buffer. */
export function zip(files) {
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const path of [...files.keys()].sort()) {
    const content = Buffer.from(files.get(path));
    const packed = deflateRawSync(content, { level: 9 });
    const name = Buffer.from(path, "utf8");
    const common = commonHeader({ name, packed, size: content.length, crc: crc32(content) });
    const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), common, name, packed]);
    const tail = Buffer.alloc(14); // comment length, disk, attributes: all zero
    tail.writeUInt32LE(offset, 10);
    const madeBy = Buffer.from([VERSION, 0]);
    directory.push(Buffer.from("PK\x01\x02", "latin1"), madeBy, common, tail, name);
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", 0, "latin1");
  end.writeUInt16LE(files.size, 8);
  end.writeUInt16LE(files.size, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, central, end]);
}
