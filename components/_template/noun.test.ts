import { describe, expect, it } from "vitest";
import type { Site } from "../core/site.ts";
import { clouds, record } from "../core/testing.ts";
import { resolveNoun } from "./args.ts";
import { example } from "./example.ts";
import { Noun } from "./index.ts";

const data = { class: "internal", owner: "platform", retentionDays: 90 } as const;
const site = { cloud: "aws", environment: "dev", tags: { environment: "dev" } } as Site;

describe("resolveNoun", () => {
  it("fills in the defaults", () => {
    expect(resolveNoun({ site, data })).toEqual({
      keepDays: 90,
      tags: { environment: "dev", class: "internal", owner: "platform", "retention-days": "90", criticality: "low" },
    });
  });

  it("names every mistake at once", () => {
    const paths = ["data.retentionDays", "data.owner", "keepDays"];
    const errors = paths.map((propertyPath) => expect.objectContaining({ propertyPath }) as object);
    const wrong = { site, data: { ...data, owner: "The Team", retentionDays: 0 } };
    expect(() => resolveNoun(wrong)).toThrow(expect.objectContaining({ errors }));
  });
});

describe.each(clouds)("Noun on %s", (cloud) => {
  it("asks for the same resources", async () => {
    expect(await record(cloud, example)).toMatchSnapshot();
  });

  it("keeps what it stores as long as told", async () => {
    const seen = await record(cloud, (home) => new Noun("first", { site: home, data, keepDays: 60 }));
    expect(JSON.stringify(seen)).toMatch(/"(retentionInDays|retentionDays)":60/);
  });
});
