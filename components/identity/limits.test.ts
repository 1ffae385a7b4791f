import fc from "fast-check";
import { expect, it } from "vitest";
import type { Site } from "../core/site.ts";
import { githubSubject } from "./claims.ts";
import type { Issuer } from "./issuer/index.ts";
import { trustLimits } from "./limits.ts";

const site = { cloud: "azure", subscriptionId: "1" } as Site;
const issuer = { site, of: "github", logicalName: "github" } as unknown as Issuer;
// a word as GitHub has it, with what could open a subject put in or not
const word = (stem: string) =>
  fc
    .tuple(fc.constantFrom("", "*", "?", ":", "/", " ", "\n", "'", "-", ".", "_"), fc.constantFrom("", stem))
    .map(([odd, rest]) => `${stem}${odd}${rest}`);

it("lets no trust through whose subject could be somebody else's", () => {
  let accepted = 0;
  fc.assert(
    fc.property(word("acme"), word("shop"), word("12"), word("prod"), (org, repo, repositoryId, environment) => {
      const github = { org, repo, repositoryId, environment };
      if (trustLimits(site, { github, issuer }, [], "trust").some(([, broken]) => broken)) return;
      accepted += 1;
      expect(githubSubject(github)).toMatch(/^repo:[^*?:/\s']+\/[^*?:/\s']+:environment:[^*?:/\s']+$/);
    }),
    { numRuns: 5000, seed: 1 },
  );
  expect(accepted).toBeGreaterThan(0);
});
