// Packs drawings, their names in many languages, fonts and licences into one file for the wheel.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { chooseDrawings, SETS, svg } from "./drawings.mjs";
import { licences } from "./licences.mjs";
import { zip } from "./zip.mjs";

const require = createRequire(import.meta.url);
const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, "../../src/omnireel/engines/previs/art/pack.zip");

const FORMAT = 1;
const FEWEST_NOUNS = 1900;
const FEWEST_LANGUAGES = 25;
const FONTS = { regular: "400Regular", bold: "700Bold", black: "900Black" };
const SHORTCODES = ["iamcal", "github", "emojibase"];

const namesFolder = dirname(require.resolve("emojibase-data/package.json"));

/** The languages emojibase-data names emojis in, by their folders. */
function languages() {
  return readdirSync(namesFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !["meta", "versions"].includes(entry.name))
    .map((entry) => entry.name)
    .sort();
}

/** Code points → other English names, from the shortcodes people type ("car", "racehorse"). */
function aliases() {
  const found = new Map();
  for (const preset of SHORTCODES) {
    const codes = require(`emojibase-data/en/shortcodes/${preset}.json`);
    for (const [hexcode, names] of Object.entries(codes)) {
      const words = [names].flat().map((name) => name.replaceAll("_", " "));
      found.set(hexcode, [...(found.get(hexcode) ?? []), ...words]);
    }
  }
  return found;
}

/** slug → [name, keyword, …] in one language, for the drawings that it names. */
function namesIn(language, drawings) {
  const data = require(`emojibase-data/${language}/data.json`);
  const known = new Map(data.map((emoji) => [emoji.hexcode, emoji]));
  const names = {};
  for (const { slug, emoji } of drawings) {
    const local = known.get(emoji.hexcode);
    if (local) names[slug] = [local.label, ...(local.tags ?? [])];
  }
  return names;
}

function indexOf(drawings, codes) {
  const byAlias = aliases();
  return {
    format: FORMAT,
    languages: codes,
    fonts: Object.keys(FONTS),
    drawings: drawings.map(({ slug, emoji, group, subgroup, set }) => ({
      slug,
      label: emoji.label,
      keywords: emoji.tags ?? [],
      aliases: [...new Set(byAlias.get(emoji.hexcode) ?? [])].filter((name) => name !== emoji.label),
      group,
      subgroup,
      set: set.id,
    })),
  };
}

function pack() {
  const groups = require("emojibase-data/meta/groups.json");
  const drawings = chooseDrawings(require("emojibase-data/en/data.json"), groups);
  const codes = languages();
  if (drawings.length < FEWEST_NOUNS || codes.length < FEWEST_LANGUAGES)
    throw new Error(`Only ${drawings.length} drawings in ${codes.length} languages were found.`);
  const files = new Map([["index.json", JSON.stringify(indexOf(drawings, codes))]]);
  for (const { slug, set, name } of drawings) files.set(`drawings/${slug}.svg`, svg(set, name));
  for (const language of codes)
    files.set(`names/${language}.json`, JSON.stringify(namesIn(language, drawings)));
  for (const [name, cut] of Object.entries(FONTS)) {
    const font = require.resolve(`@expo-google-fonts/nunito/${cut}/Nunito_${cut}.ttf`);
    files.set(`fonts/${name}.ttf`, readFileSync(font));
  }
  for (const [name, text] of licences(SETS)) files.set(`licences/${name}`, text);
  return { files, drawings, codes };
}

const { files, drawings, codes } = pack();
const bytes = zip(files);
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, bytes);
const size = (bytes.length / 1e6).toFixed(1);
console.log(`art pack: ${drawings.length} drawings, ${codes.length} languages, ${size} MB`);
