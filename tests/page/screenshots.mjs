// The pictures of the README: CHROMIUM=/usr/bin/chromium node screenshots.mjs PAGE.html FOLDER, the page being of examples/.
import { resolve } from "node:path";
import { open, start } from "./browser.mjs";

const [file, folder] = process.argv.slice(2);
const SHOTS = [
  ["page-light.png", "light", "#actor=taliban"],
  ["page-dark.png", "dark", "#mode=changes&at=2021-08-24&at=2021-09-24"],
  ["page-path.png", "light", "#mode=path&path-from=JPN&path-to=taliban"],
];

const browser = await start();
for (const [name, colorScheme, fragment] of SHOTS) {
  const page = await open(browser, resolve(file), { fragment, colorScheme, viewport: { width: 1360, height: 850 } });
  await page.waitForTimeout(1000);
  await page.screenshot({ path: `${folder}/${name}` });
  await page.done();
}
await browser.close();
