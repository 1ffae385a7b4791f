// what `npm pack` takes: JavaScript, since Node strips no types under node_modules, and the files it reads
import { cpSync, globSync, rmSync } from "node:fs";
import { runTool } from "./steps.js"; // oxlint-disable-line import/extensions -- plain JavaScript has no other name

const assets = [
  "policies/packs/*/{package.json,PulumiPolicy.yaml}",
  "policies/check/terraform/shapes.json",
  "policies/rules/ignore-changes-hides-control/controls.json",
  "rehearsal/engine/program/*.cjs",
  "rehearsal/report/*.schema.json",
  "rehearsal/report/html/{script.js,picture/script.js}",
  "rehearsal/report/html/style/*.css",
  "rehearsal/twin/aws/cfn/cfn.json",
];

rmSync("dist", { recursive: true, force: true });
// types are what `check` is for
process.exitCode = runTool("tsc", ["--project", ".config/tsconfig.package.json"]);
for (const file of globSync(assets)) cpSync(file, `dist/${file}`);
