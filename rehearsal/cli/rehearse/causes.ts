import type { Report } from "../../report/model.ts";

/** What keeps a program from passing although the simulated clouds did their part, by the words that show it. */
const CAUSES: readonly (readonly [cause: string, words: RegExp])[] = [
  ["files that a build makes are missing", /which does not exist: is it built\?/],
  ["configuration is missing", /Missing required configuration variable|No AWS region has been configured/],
  ["outputs of another stack are missing (--stack-outputs)", /unknown stack "/],
  ["a chart or kustomization would have to be rendered", /is not rendered in a rehearsal/],
  ["the SDK of a package is not installed", /the program has no SDK of package/],
  ["a module is not installed", /Cannot find (module|package) '(?!\.)/],
  ["it does not compile", /error TS\d+:|TSError|SyntaxError/],
  ["it mixes two kinds of modules", /is not defined in ES module scope|Cannot use import statement outside a module/],
  // with a registration under way it could be the engine that it waits for
  ["it waits for something of its own (--idle)", /did nothing for [\d.]+ s and was stopped \([^)]*\)\. (?!Reg)/],
  ["it does not fit its SDK", /Missing required property '|is not a constructor|\bundefined \(reading '[A-Z]/],
  ["it reaches out to the network by itself", /ENOTFOUND|EAI_AGAIN|ECONNREFUSED/],
  ["its preview asks for something else than its up", /it asks isDryRun\(\)/],
  ["a mandatory policy is violated", /^(a mandatory policy is|\d+ mandatory policies are) violated/],
];

/** Why a report's verdict is not pass, where that is the program's or its surroundings' doing. */
export function causeOf({ steps, reasons }: Pick<Report, "steps" | "reasons">): string | undefined {
  const said = [
    ...steps.flatMap(({ diagnostics }) =>
      diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message),
    ),
    ...reasons,
  ];
  return CAUSES.find(([, words]) => said.some((text) => words.test(text)))?.[0];
}
