// Which drawing stands for which noun: one per emoji, skin tones left out.
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

const SETS = ["fluent-emoji-flat", "noto", "flag"].map((id) => ({
  id,
  icons: require(`@iconify-json/${id}/icons.json`),
  info: require(`@iconify-json/${id}/info.json`),
}));
const [FLUENT, NOTO, FLAGS] = SETS;

// Noto draws these already; emojibase-data does not name them yet.
const UNNAMED = {
  "cracking-face": ["smileys-emotion", "face-concerned", ["crack", "face", "broken"]],
  eraser: ["objects", "writing", ["rubber", "school", "stationery"]],
  lighthouse: ["travel-places", "place-building", ["beacon", "coast", "tower", "light"]],
  meteor: ["travel-places", "sky-weather", ["asteroid", "space", "rock", "meteorite"]],
  "monarch-butterfly": ["animals-nature", "animal-bug", ["butterfly", "insect", "orange"]],
  "net-with-handle": ["objects", "tool", ["butterfly net", "fishing net", "landing net"]],
  pickle: ["food-drink", "food-vegetable", ["cucumber", "gherkin", "pickled"]],
};

const SUBDIVISIONS = { England: "gb-eng", Scotland: "gb-sct", Wales: "gb-wls" };
const REGIONAL_A = 0x1f1e6;

const plain = (hexcode) =>
  hexcode
    .toLowerCase()
    .split("-")
    .filter((code) => code !== "fe0f")
    .join("-");

/** Code points (lower case, no variation selector) → icon name. */
function byCodePoints(set) {
  const chars = require(`@iconify-json/${set.id}/chars.json`);
  return new Map(Object.entries(chars).map(([code, name]) => [plain(code), name]));
}

/** A whole SVG document: what lies outside its view box is not part of the drawing. */
export function svg(set, name) {
  const icon = set.icons.icons[name];
  const width = icon.width ?? set.icons.width ?? 16;
  const height = icon.height ?? set.icons.height ?? 16;
  const box = [icon.left ?? 0, icon.top ?? 0, width, height].join(" ");
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"` +
    ` viewBox="${box}">${icon.body}</svg>`
  );
}

/** The flag icon of an emoji such as "flag: Japan", or undefined. */
function flagName(emoji) {
  const subdivision = SUBDIVISIONS[emoji.label.replace("flag: ", "")];
  const letters = emoji.hexcode
    .split("-")
    .map((code) => String.fromCharCode(parseInt(code, 16) - REGIONAL_A + 97));
  const name = `${subdivision ?? letters.join("")}-4x3`;
  return name in FLAGS.icons.icons ? name : undefined;
}

function keyName(text) {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[’'.]|\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

/** Every noun that somebody drew: slug, set, icon name, emoji (English), group and subgroup. */
export function chooseDrawings(emojis, groups) {
  const fluent = byCodePoints(FLUENT);
  const noto = byCodePoints(NOTO);
  const chosen = [];
  for (const emoji of emojis) {
    if (emoji.group === undefined) continue; // letters that only spell flags
    const code = plain(emoji.hexcode);
    const group = groups.groups[emoji.group];
    const subgroup = groups.subgroups[emoji.subgroup];
    const entry = { emoji, group, subgroup };
    if (fluent.has(code) && fluent.get(code) in FLUENT.icons.icons)
      chosen.push({ ...entry, slug: fluent.get(code), set: FLUENT, name: fluent.get(code) });
    else if (noto.has(code) && noto.get(code) in NOTO.icons.icons)
      chosen.push({ ...entry, slug: noto.get(code), set: NOTO, name: noto.get(code) });
    else if (flagName(emoji))
      chosen.push({ ...entry, slug: keyName(emoji.label), set: FLAGS, name: flagName(emoji) });
  }
  for (const [name, [group, subgroup, tags]] of Object.entries(UNNAMED)) {
    const emoji = { label: name.replaceAll("-", " "), tags, hexcode: "" };
    chosen.push({ emoji, group, subgroup, slug: name, set: NOTO, name });
  }
  const slugs = new Set(chosen.map(({ slug }) => slug));
  if (slugs.size !== chosen.length) throw new Error("Two drawings have the same slug.");
  return chosen;
}

export { SETS };
