// formats, and writes the generated parts of the documentation
import { runTool } from "./steps.js";

const codes = [
  runTool("node", [".config/docs.js", "--write"]),
  runTool("biome", ["check", "--config-path=.config", "--write", "."]),
];
process.exitCode = Math.max(...codes);
