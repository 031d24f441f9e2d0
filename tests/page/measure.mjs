// How long a page takes: CHROMIUM=/usr/bin/chromium node measure.mjs FILE.html...
// ready: from the start of loading to the first drawing. step: one move of the time slider, the page's own work; and
// frame: until the browser has drawn it, without a graphics card.
import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { open, start } from "./browser.mjs";

const STEPS = 30;
const quantile = (values, share) => values.sort((a, b) => a - b)[Math.floor(share * (values.length - 1))].toFixed(0);

async function steps(page) {
  return page.evaluate(async (n) => {
    const handles = [...document.querySelectorAll("[role=slider]")];
    const frame = () => new Promise((then) => requestAnimationFrame(() => setTimeout(then, 0)));
    const frames = [];
    performance.clearMeasures("entente:step");
    for (let i = 0; i < n; ++i) {
      const begin = performance.now();
      handles[i % 2].dispatchEvent(new KeyboardEvent("keydown", { key: i % 2 ? "PageDown" : "PageUp", bubbles: true }));
      await frame();
      frames.push(performance.now() - begin);
    }
    return { frames, work: performance.getEntriesByName("entente:step").map((e) => e.duration) };
  }, STEPS);
}

const browser = await start();
for (const file of process.argv.slice(2)) {
  const page = await open(browser, resolve(file));
  const ready = await page.evaluate(() => performance.getEntriesByName("entente:ready")[0].startTime);
  await page.waitForTimeout(500);
  const { frames, work } = await steps(page);
  const megabytes = ((await stat(file)).size / 1e6).toFixed(1);
  console.log(`${file}: ${megabytes} MB, ready ${ready.toFixed(0)} ms, step ${quantile(work, 0.5)} ms (90 %: ${
    quantile(work, 0.9)}), frame ${quantile(frames, 0.5)} ms (90 %: ${quantile(frames, 0.9)})`);
  await page.done();
}
await browser.close();
