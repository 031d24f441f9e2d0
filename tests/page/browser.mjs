// A page in headless Chromium without a graphics card, and what every test wants to know of it.
import { chromium } from "playwright-core";

export async function start(...more) {
  return chromium.launch({
    executablePath: process.env.CHROMIUM, args: ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", ...more],
  });
}

/** Opens a file and waits until it is drawn. `complaints` fills with errors and requests that a page must not make. */
export async function open(browser, file, { fragment = "", ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  page.complaints = [];
  page.on("console", (m) => { if (m.type() === "error") page.complaints.push(m.text()); });
  page.on("pageerror", (e) => page.complaints.push(String(e)));
  page.on("request", (r) => { if (!/^(file|data):/.test(r.url())) page.complaints.push(`asks for ${r.url()}`); });
  await page.goto(`file://${file}${fragment}`);
  await page.waitForFunction(() => performance.getEntriesByName("entente:ready").length > 0, null, { timeout: 60_000 });
  page.done = () => context.close();
  return page;
}

export const heading = (page) => page.locator(".panel h2").first().innerText();
export const fragment = (page) => page.evaluate(() => new URLSearchParams(location.hash.slice(1)));
export const parameter = (page, key) => page.evaluate((k) => new URLSearchParams(location.hash.slice(1)).get(k), key);

/** How many relations the time line says are shown. */
export async function relations(page) {
  const words = await page.locator(".caption").innerText();
  return Number(words.match(/([\d,]+) relation/)[1].replaceAll(",", ""));
}
