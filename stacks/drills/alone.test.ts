import { afterAll, describe, expect, it } from "vitest";
import { packs, Rehearsals, settingsOf } from "../testing.ts";

const prod = new Rehearsals();
afterAll(() => prod.remove());
const settings = settingsOf("prod");

describe("prod on one site alone", { timeout: 300_000 }, () => {
  it.each(settings.sites.map((site) => site.name))("%s", async (name) => {
    const sites = settings.sites.filter((site) => site.name === name);
    const premises = settings.platform.premises.map((one) => ({ ...one, at: name }));
    const alone = { ...settings, sites, platform: { ...settings.platform, premises } };
    const config = `archipel:settings=${JSON.stringify(alone)}`;
    const { code, report } = await prod.rehearse(
      name,
      "--script",
      "up,refresh,preview",
      "--config",
      config,
      ...packs("all"),
    );
    expect({ code, reasons: report.reasons }).toEqual({ code: 0, reasons: [] });
    const clouds = new Set(report.resources.map(({ cloud }) => cloud));
    expect(["aws", "gcp", "azure"].filter((cloud) => clouds.has(cloud))).toEqual([name]);
  });
});
