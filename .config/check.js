// everything CI judges besides the tests, all of it before the first stop
import { runTool } from "./steps.js"; // oxlint-disable-line import/extensions -- plain JavaScript has no other name

// what stands for or is made of other people's, in their style and not in ours
const others = ["rehearsal/conformance", "rehearsal/cli/foreign/programs", "components/objects/carried"].flatMap(
  (path) => ["--ignore-pattern", path],
);

/** @type {readonly (readonly [name: string, tool: string, args: readonly string[]])[]} */
const steps = [
  ["format", "biome", ["check", "--config-path=.config", "."]],
  ["types", "tsc", []],
  ["lint", "oxlint", ["-c", ".config/oxlint.json", "--deny-warnings", ...others]],
  ["imports", "depcruise", ["--config", ".config/depcruise.js", "components", "policies", "rehearsal", "stacks"]],
  ["dead code", "knip", ["--treat-config-hints-as-errors"]],
  ["generated parts", "node", [".config/docs.js"]],
];

const failed = steps.filter(([name, tool, args]) => {
  process.stdout.write(`\n== ${name}\n`);
  return runTool(tool, args) !== 0;
});
process.stdout.write(`\n${steps.length - failed.length} checks passed, ${failed.length} failed\n`);
for (const [name] of failed) process.stdout.write(`failed: ${name}\n`);
process.exitCode = failed.length > 0 ? 1 : 0;
