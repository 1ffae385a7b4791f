import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { realResources } from "../estate.ts";
import { sampleReport } from "../testing.ts";
import { lowContrast } from "./contrast.ts";
import { renderHtml } from "./index.ts";

const PATHS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
const executablePath = [process.env["CHROMIUM_PATH"] ?? "", ...PATHS].find((path) => path !== "" && existsSync(path));
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
if (!executablePath)
  console.warn("report.html is not tried in a browser: no Chromium found; install it or set CHROMIUM_PATH");

const report = sampleReport({ resources: 1000 });

describe.skipIf(!executablePath)("report.html with 1,000 resources in a browser", { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), "archipel-report-"));
  const file = join(folder, "report.html");
  const address = pathToFileURL(file).href;
  let browser: Browser;
  beforeAll(async () => {
    writeFileSync(file, renderHtml(report));
    browser = await chromium.launch({ ...(executablePath && { executablePath }), headless: true, args: FLAGS });
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  const visit = async (options: BrowserContextOptions = {}, to = address) => {
    const context = await browser.newContext({
      viewport: { width: 1200, height: 900 },
      reducedMotion: "reduce",
      ...options,
    });
    const page = await context.newPage();
    const complaints: string[] = [];
    const requests: string[] = [];
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("dialog", () => complaints.push("a dialog"));
    page.on("request", (request) => requests.push(request.url()));
    await page.goto(to);
    return { page, complaints, requests };
  };
  const rows = (page: Page) => page.locator("#tree tbody tr:visible").count();

  test("opens without a complaint and without a request", async () => {
    const { page, complaints, requests } = await visit();
    await page.waitForTimeout(300);
    expect(complaints).toEqual([]);
    expect(requests).toEqual([address]);
    expect(await page.locator("h1").textContent()).toContain("Failed");
    expect(await page.locator("#tree tbody tr").count()).toBe(1000);
  });

  test("the text filter narrows the rows, and clearing brings them back", async () => {
    const { page, complaints } = await visit();
    expect(await rows(page)).toBe(0);
    await page.getByRole("search").getByLabel("Search", { exact: true }).fill("payments s3.bucketpolicy");
    const wanted = realResources(report).filter(
      ({ name, type }) => name.includes("payments") && type.endsWith("BucketPolicy"),
    );
    await expect.poll(() => rows(page)).toBe(wanted.length);
    expect(await page.getByRole("status").textContent()).toBe(`${wanted.length} of 1,000 resources`);
    await page.getByRole("button", { name: "Clear" }).click();
    await expect.poll(() => page.getByRole("status").textContent()).toBe("1,000 resources");
    await page.getByRole("search").getByLabel("Search", { exact: true }).fill("no such thing");
    await expect.poll(() => page.getByRole("status").textContent()).toBe("0 of 1,000 resources: nothing matches");
    expect(complaints).toEqual([]);
  });

  test("facets work, alone and together", async () => {
    const { page } = await visit();
    const status = () => page.getByRole("status").textContent();
    const azure = realResources(report).filter(({ cloud }) => cloud === "azure");
    await page.getByRole("search").getByLabel("Cloud", { exact: true }).selectOption("azure");
    await expect.poll(status).toBe(`${azure.length} of 1,000 resources`);
    await page.getByRole("search").getByLabel("Fidelity", { exact: true }).selectOption("exact");
    await expect.poll(status).toBe(`${azure.filter(({ fidelity }) => fidelity === "exact").length} of 1,000 resources`);
    await page.getByRole("button", { name: "Clear" }).click();
    await page.getByRole("search").getByLabel("Findings", { exact: true }).selectOption("1");
    const found = new Set(report.policies.findings.map(({ urn }) => urn));
    await expect.poll(status).toBe(`${found.size} of 1,000 resources`);
    await page.getByRole("search").getByLabel("Type", { exact: true }).selectOption("gcp:storage/bucket:Bucket");
    await page.getByRole("search").getByLabel("Operation", { exact: true }).selectOption("same");
    await expect.poll(() => rows(page)).toBeLessThan(found.size);
  });

  test("a link leads to its resource, even when a filter hides it", async () => {
    const { page } = await visit();
    await page.getByRole("search").getByLabel("Search", { exact: true }).fill("no such thing");
    await expect.poll(() => page.getByRole("status").textContent()).toContain("nothing matches");
    const link = page.locator("#steps a[href^='#r-']").first();
    const id = (await link.getAttribute("href"))?.slice(1) ?? "";
    await page
      .locator("#steps details")
      .first()
      .evaluate((fold) => fold.setAttribute("open", ""));
    await link.click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe(id);
    const direct = await visit({}, `${address}#${id}`);
    await expect.poll(() => direct.page.locator(`#${id}`).isVisible()).toBe(true);
  });

  test("the keyboard reaches everything, in order, and shows where it is", async () => {
    const { page } = await visit();
    const reached: string[] = [];
    for (let count = 0; count < 400; count++) {
      await page.keyboard.press("Tab");
      const at = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return "";
        const shown = getComputedStyle(element).outlineStyle !== "none";
        return `${element.tagName}${element.id ? `#${element.id}` : ""}${element.closest("section, header, nav")?.id ?? ""}${shown ? "" : " without outline"}`;
      });
      if (at === "") break;
      reached.push(at);
    }
    expect(reached[0]).toMatch(/^A/);
    expect(reached.filter((at) => at.endsWith("without outline"))).toEqual([]);
    for (const wanted of [
      "SUMMARYsteps",
      "SUMMARYfindings",
      "INPUT#detail-placespicture",
      "apicture",
      "INPUT#qestate",
      "SELECT#facet-cestate",
      "BUTTONestate",
      "SUMMARYestate",
      "SUMMARYfidelity",
      "Atimings",
    ])
      expect(reached).toContain(wanted);
    await page.locator("#estate summary").first().focus();
    await page.keyboard.press("Enter");
    expect(
      await page
        .locator("#estate details")
        .first()
        .evaluate((fold) => fold.hasAttribute("open")),
    ).toBe(true);
  });

  test("the picture goes from places to every resource, and arrow keys walk through it", async () => {
    const { page, complaints } = await visit();
    const sheet = (detail: string) => page.locator(`.sheet-${detail}`);
    for (const detail of ["places", "components", "resources"]) {
      await page.locator(`label[for=detail-${detail}]`).click();
      expect(await page.locator(".sheet:visible").count()).toBe(1);
      expect(await sheet(detail).isVisible()).toBe(true);
    }
    expect(await sheet("resources").locator("a.leaf").count()).toBe(1000);
    await page.locator("label[for=detail-components]").click();
    const boxes = sheet("components").locator("a.leaf");
    expect(await boxes.evaluateAll((all) => all.filter(({ tabIndex }) => tabIndex === 0).length)).toBe(1);
    await boxes.first().focus();
    const at = () => page.evaluate(() => document.activeElement?.getBoundingClientRect().x ?? 0);
    const before = await at();
    await page.keyboard.press("ArrowRight");
    expect(await at()).toBeGreaterThan(before);
    await page.keyboard.press("ArrowLeft");
    expect(await at()).toBe(before);
    expect(await sheet("components").locator(".flow.on").count()).toBeGreaterThan(0);
    await page.keyboard.press("Enter");
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest("details.group")?.id)).toMatch(/^g-/);
    expect(complaints).toEqual([]);
  });

  test.each(["light", "dark"] as const)("%s: text can be read against what lies behind it", async (colorScheme) => {
    const { page } = await visit({ colorScheme });
    await page.evaluate(() =>
      document
        .querySelectorAll("#steps details, #findings details, #fidelity details")
        .forEach((fold) => fold.setAttribute("open", "")),
    );
    await page.getByRole("search").getByLabel("Search", { exact: true }).fill("orders");
    await page.waitForTimeout(300);
    expect(await page.evaluate(lowContrast)).toEqual([]);
  });

  test("a narrow screen scrolls one way only, and everything is there without scripts", async () => {
    const { page } = await visit({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false });
    const context = await visit({ viewport: { width: 390, height: 844 } });
    expect(await context.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(await page.locator("#filter").isVisible()).toBe(false);
    await page.locator("#tree summary").first().click();
    await page.locator("#tree details.group summary").first().click();
    expect(await rows(page)).toBeGreaterThan(0);
  });

  test("hostile names do nothing", async () => {
    const hostile = join(folder, "hostile.html");
    writeFileSync(hostile, renderHtml(sampleReport({ hostile: true })));
    const { page, complaints } = await visit({}, pathToFileURL(hostile).href);
    await page.waitForTimeout(200);
    expect(complaints).toEqual([]);
    expect(await page.locator("img").count()).toBe(0);
  });
});
