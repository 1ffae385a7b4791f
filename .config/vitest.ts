import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const project = (name: string) => ({ extends: true as const, test: { name, include: [`${name}/**/*.test.ts`] } });

/** Files that take long, the longest first: begun last, one of them would run on alone. */
const LONG = ["conform", "foreign", "rules", "prod", "mutants", "bad-input", "determinism", "browser"];
const rank = ({ moduleId }: TestSpecification): number => {
  const at = LONG.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
  return at < 0 ? LONG.length : at;
};
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    // many tests start programs, and machines are busy
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // most of a test is a program at work: on two cores, one at a time leaves the other core idle
    maxWorkers: Math.max(2, availableParallelism() - 1),
    sequence: { sequencer: LongestFirst },
    projects: ["components", "policies", "rehearsal", "stacks"].map(project),
  },
});
