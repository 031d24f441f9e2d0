// What a reader of the page relies on. Called by test_page.py, which makes the files: FOLDER/*.html and what the command
// line says of the same graph.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { heading, open, parameter, relations, start } from "./browser.mjs";

const folder = process.env.PAGES;
const news = `${folder}/news.html`;
const said = (name) => readFileSync(`${folder}/${name}`, "utf8");
const chief = JSON.parse(said("chief.json"));  // the actor with the most relations
let browser;

before(async () => { browser = await start(); });
after(async () => { await browser.close(); });

/** A test with a page of its own, which at its end has met no error and asked for nothing. */
function on(name, file, options, body) {
  test(name, { timeout: 120_000 }, async () => {
    const page = await open(browser, file, options);
    try {
      await body(page);
      assert.deepEqual(page.complaints, []);
    } finally {
      await page.done();
    }
  });
}

on("it loads: a drawing, the chief actors, nothing fetched", news, {}, async (page) => {
  assert.equal(await heading(page), "Who does what to whom");
  assert.ok(await relations(page) > 150);
  assert.equal(await page.locator(".bar-row").first().locator(".actor-name").innerText(), chief);
  assert.ok(await page.locator("canvas.sigma-edges").count() === 1);
  const policy = await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");
  assert.match(policy, /default-src 'none'/);
});

on("search finds an actor by a part of its name", news, {}, async (page) => {
  await page.keyboard.press("/");
  await page.keyboard.type("talib");
  await page.getByRole("option").first().waitFor();
  await page.keyboard.press("Enter");
  assert.equal(await heading(page), "Taliban");
  assert.equal(await parameter(page, "actor"), "taliban");
  assert.ok(await page.locator(".tie").count() > 10);
  await page.getByRole("combobox", { name: "Search an actor" }).fill("zzzz");
  await page.getByText("No actor has this name").waitFor();
});

/** The middle of the first of these relations that no actor's disc covers, with the pointer there. */
async function uncovered(page, pairs) {
  for (const pair of pairs) {
    const middle = await page.evaluate(([from, to]) => window.entente.relationAt(from, to), pair);
    if (!middle) continue;
    await page.mouse.move(middle.x, middle.y);
    if (await page.locator(".tooltip").waitFor({ timeout: 2000 }).then(() => true, () => false)) return middle;
  }
  assert.fail("no relation answers to the pointer");
}

on("a click on an actor shows its relations, one on a relation the sentences with their source", news, {}, async (page) => {
  const actor = await page.evaluate(() => window.entente.actorAt("AFG"));
  await page.mouse.click(actor.x, actor.y);
  await page.locator(".panel h2", { hasText: "Afghanistan" }).waitFor();
  await page.keyboard.press("Escape");
  const middle = await uncovered(page, [["PAK", "AFG"], ["CHN", "taliban"], ["RUS", "UKR"], ["USA", "IRN"], ["RUS", "taliban"]]);
  await page.mouse.click(middle.x, middle.y);
  await page.locator(".relation[open] .evidence").first().waitFor();
  const evidence = page.locator(".relation[open] .evidence").first();
  assert.match(await evidence.locator("footer").innerText(), /\.txt|wire\.ndjson/);
  assert.match(await evidence.locator("time").innerText(), /\d{4}$/);
  assert.ok((await evidence.locator("blockquote").innerText()).length > 20);
});

on("a report that several published names them", `${folder}/copies.html`, {}, async (page) => {
  await page.keyboard.press("/");
  await page.keyboard.type("china");
  await page.getByRole("option").first().waitFor();
  await page.keyboard.press("Enter");
  const evidence = page.locator(".evidence footer");
  await evidence.first().waitFor();
  assert.equal(await evidence.count(), 1);
  assert.match(await evidence.first().innerText(), /agency\.txt[^]*also published by[^]*paper\.txt/);
});

on("the slider narrows the time, quickly, and plays", news, {}, async (page) => {
  const all = await relations(page);
  await page.getByRole("slider", { name: "From" }).focus();
  await page.keyboard.press("PageDown");  // back from the beginning: nothing to the left
  await page.keyboard.press("PageUp");
  const less = await relations(page);
  assert.ok(less < all && less > 0);
  assert.match(await parameter(page, "from"), /^2021-\d\d-\d\d$/);
  for (let i = 0; i < 10; ++i) await page.keyboard.press("ArrowRight");
  const steps = await page.evaluate(() => performance.getEntriesByName("entente:step").map((e) => e.duration));
  assert.ok(steps.sort((a, b) => a - b)[steps.length >> 1] < 100, `a step takes ${steps[steps.length >> 1]} ms`);
  await page.getByRole("button", { name: "All dates" }).click();
  assert.equal(await relations(page), all);
  await page.locator(".stage").focus();
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: "Pause" }).waitFor();
  await page.waitForFunction(() => location.hash.includes("to="));
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: "Play" }).waitFor();
});

on("filters take kinds of relations out, and everything comes back", news, {}, async (page) => {
  const all = await relations(page);
  await page.locator("[data-key=q4]").click();
  const without = await relations(page);
  assert.ok(without < all);
  await page.locator("[data-key=u3]").click();
  await page.locator(".types .filter", { hasText: "request" }).click();
  assert.ok(await relations(page) < without);
  assert.equal(await parameter(page, "without"), "REQUEST");
  await page.locator("[data-key=k1]").click();  // persons
  await page.getByRole("button", { name: "Show everything" }).click();
  assert.equal(await relations(page), all);
});

on("the best path is that of the command line", news, {}, async (page) => {
  await page.keyboard.press("p");
  await page.keyboard.type("Japan");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Taliban");
  await page.keyboard.press("Enter");
  await page.locator(".route").first().waitFor();
  const shown = await page.locator(".route .stops").evaluateAll((all) =>
    all.map((one) => [...one.querySelectorAll(".stop")].map((s) => s.textContent)));
  assert.deepEqual(shown[0], JSON.parse(said("path.json")));
  assert.ok(await page.locator(".route.open .evidence").count() >= 2);
});

on("changes are those of the command line", news, { fragment: "#mode=changes&at=2021-08-20&at=2021-09-24" }, async (page) => {
  const lines = said("diff.txt").split("\n");
  for (const [id, sign] of [["appeared", "+ "], ["gone", "- "], ["changed", "* "]])
    assert.equal(Number(await page.locator(`.tally .change-${id} b`).innerText()),
                 lines.filter((line) => line.startsWith(sign)).length, id);
  await page.locator(".relation-row").first().click();
  await page.locator(".evidence").first().waitFor();
});

on("a link leads back to what it showed, and so does the browser's back", news, {}, async (page) => {
  await page.locator(".relation-row").first().click();
  await page.locator("[data-key=q1]").click();
  const [title, address] = [await heading(page), page.url()];
  const other = await page.context().newPage();
  await other.goto(address);
  await other.locator(".panel .pair").waitFor();
  assert.equal(await heading(other), title);
  assert.equal(await other.locator("[data-key=q1]").getAttribute("aria-pressed"), "false");
  await other.close();
  await page.goBack();
  await page.goBack();
  await page.getByText("Who does what to whom").waitFor();
});

on("the keyboard reaches everything, and its place is seen", news, {}, async (page) => {
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("aria-label")), "Search an actor");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Explore");
  assert.notEqual(await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle), "none");
  await page.locator(".stage").focus();
  await page.keyboard.press("ArrowRight");
  const first = await heading(page);
  assert.equal(first, chief);
  await page.keyboard.press("ArrowUp");
  assert.notEqual(await heading(page), first);
  await page.keyboard.press("Escape");
  assert.equal(await heading(page), "Who does what to whom");
  await page.keyboard.press("?");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  await page.keyboard.press("t");
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
});

on("every interactive thing has a name", news, { fragment: "#actor=USA&with=AFG" }, async (page) => {
  const nameless = await page.evaluate(() => [...document.querySelectorAll("button, input, [role=slider], a, summary")]
    .filter((e) => !(e.textContent.trim() || e.getAttribute("aria-label") || e.labels?.length)).map((e) => e.outerHTML));
  assert.deepEqual(nameless, []);
});

on("text from articles stays text", `${folder}/hostile.html`, {}, async (page) => {
  const names = await page.locator(".actor-name").allInnerTexts();
  assert.ok(names.some((n) => n.includes("</script><script>window.hacked=1</script>")), names.join("\n"));
  for (const row of await page.locator(".relation-row").all()) {
    await row.click();
    await page.locator(".evidence").first().waitFor();
    assert.equal(await page.locator(".evidence img, .evidence script, .evidence iframe").count(), 0);
    assert.equal(await page.locator("a[href^=javascript]").count(), 0);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
  }
  await page.keyboard.press("/");
  await page.keyboard.type("<img");
  await page.getByRole("option").first().waitFor();
  await page.keyboard.press("Enter");
  assert.match(await heading(page), /<img src=x onerror=/);
  const address = page.url();
  await page.reload();
  await page.locator(".tie").first().waitFor();
  assert.equal(page.url(), address);
  assert.equal(await page.evaluate(() => window.hacked), undefined);
});

on("a graph without relations says so", `${folder}/empty.html`, {}, async (page) => {
  await page.getByText("An empty graph").waitFor();
});

on("a phone's width has all parts", news, { viewport: { width: 390, height: 780 } }, async (page) => {
  for (const part of [".stage", ".timeline", ".panel"]) assert.ok(await page.locator(part).isVisible(), part);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
});

test("without WebGL the lists still work", { timeout: 120_000 }, async () => {
  const plain = await start("--disable-3d-apis");
  const page = await open(plain, news);
  await page.getByText("No drawing here").waitFor();
  await page.locator(".actor-name").first().click();
  assert.equal(await heading(page), chief);
  await plain.close();
});
