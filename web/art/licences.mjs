// The licence of everything in the pack, as its authors ask to be named.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const here = dirname(fileURLToPath(import.meta.url));
const beside = (entry, name) => readFileSync(join(dirname(require.resolve(entry)), name), "utf8");

const APACHE = readFileSync(join(here, "../../LICENSE"), "utf8");
const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and
associated documentation files (the "Software"), to deal in the Software without restriction,
including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense,
and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so,
subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial
portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT
LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN
NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY,
WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE
SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
`;

// The packages of drawings carry only the licence's name; these are the notices of their sources.
const NOTICES = {
  "fluent-emoji-flat": "MIT License\n\nCopyright (c) Microsoft Corporation.\n\n",
  flag: "The MIT License (MIT)\n\nCopyright (c) 2013 Panayiotis Lipiridis\n\n",
  noto: "Noto Emoji drawings, Copyright Google Inc., under the Apache License 2.0:\n\n",
};
const TEXTS = { MIT, "Apache-2.0": APACHE };

/** [file name, text] for the drawings' sets, the names and the fonts. */
export function licences(sets) {
  const drawn = sets.map(({ id, info }) => {
    const text = TEXTS[info.license.spdx];
    if (!text || !NOTICES[id]) throw new Error(`${id} is under ${info.license.spdx}: check it.`);
    return [`${id}.txt`, `${info.name}, ${info.author.url}\n\n${NOTICES[id]}${text}`];
  });
  return [
    ...drawn,
    ["emojibase-data.txt", beside("emojibase-data/package.json", "LICENSE")],
    ["nunito.txt", beside("@expo-google-fonts/nunito/package.json", "LICENSE_FONT")],
  ];
}
