import fc from "fast-check";
import { expect, it } from "vitest";
import type { Site } from "../core/site.ts";
import { githubSubject } from "./claims.ts";
import type { Issuer } from "./issuer/index.ts";
import { trustLimits } from "./limits.ts";

const site = { cloud: "azure", subscriptionId: "1" } as Site;
const issuer = { site, of: "github", logicalName: "github" } as unknown as Issuer;
// words as GitHub has them, with what could open a subject put in anywhere
const word = fc
  .array(fc.constantFrom("a", "Z", "7", "-", ".", "_", "*", "?", ":", "/", " ", "\n", "'"), { maxLength: 8 })
  .map((letters) => letters.join(""));

it("lets no trust through whose subject could be somebody else's", () => {
  let accepted = 0;
  fc.assert(
    fc.property(word, word, word, word, (org, repo, repositoryId, environment) => {
      const github = { org, repo, repositoryId, environment };
      if (trustLimits(site, { github, issuer }, [], "trust").some(([, broken]) => broken)) return;
      accepted += 1;
      expect(githubSubject(github)).toMatch(/^repo:[^*?:/\s']+\/[^*?:/\s']+:environment:[^*?:/\s']+$/);
    }),
    { numRuns: 20_000, seed: 1 },
  );
  expect(accepted).toBeGreaterThan(0);
});
