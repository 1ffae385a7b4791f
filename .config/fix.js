// formats, and writes the generated parts of the documentation
import { runTool } from "./steps.js"; // oxlint-disable-line import/extensions -- plain JavaScript has no other name

const codes = [
  runTool("node", [".config/docs.js", "--write"]),
  runTool("biome", ["check", "--config-path=.config", "--write", "."]),
];
process.exitCode = Math.max(...codes);
