// whole files written from others, and README blocks between `<!-- generated:<name> -->` and `<!-- /generated -->`: each is made from code, never by hand
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { markdownTable } from "markdown-table";
import ts from "typescript";
import { handTypesPage } from "../rehearsal/twin/explain/page.ts";
import { carriedRows, carriedTypes, kindRows, writtenSchemas } from "./carry.js"; // oxlint-disable-line import/extensions -- plain JavaScript has no other name
import { ruleList, rulePages } from "./rule-files.js"; // oxlint-disable-line import/extensions -- plain JavaScript has no other name

const BLOCK = /<!-- generated:([\w-]+) -->\n[\s\S]*?<!-- \/generated -->/g;

/** What each kind of block holds. */
const makers = {
  "hand-types": () => handTypesPage(),
  kinds: () => table([["group and version", "kinds"], ...kindRows()]),
  carried: () => table([["project", "taken from", "licence", "kinds", "SHA-256 of its schema"], ...carriedRows()]),
  example: (folder) => `\`\`\`ts\n${readFileSync(join(folder, "example.ts"), "utf8").trimEnd()}\n\`\`\``,
  properties: (folder) => {
    const rows = members(
      join(folder, "args.ts"),
      (node) => ts.isInterfaceDeclaration(node) && node.name.text.endsWith("Args"),
    )
      .filter(ts.isPropertySignature)
      .map((member) => [code(member.name.getText()), code(typeText(member)), defaultOf(member), summary(member)]);
    return table([["property", "type", "default", ""], ...rows]);
  },
  outputs: (folder) => {
    // what every component of its kind has comes last
    const own = classIn(join(folder, "index.ts"));
    const base = BASES[own?.heritageClauses?.[0]?.types[0]?.expression.getText() ?? ""];
    const rows = [own, base === undefined ? undefined : classIn(base)]
      .flatMap((one) => [...(one?.members ?? [])])
      .filter(
        (member) =>
          summary(member) !== "" &&
          !member.name?.getText().startsWith("#") &&
          (ts.isGetAccessor(member) || ts.isMethodDeclaration(member) || ts.isPropertyDeclaration(member)),
      )
      .map((member) => [code(signature(member)), summary(member)]);
    return table([["name", ""], ...rows]);
  },
  // what each component says under a heading of its own README, on one page
  support: () => onOnePage("Support"),
  releases: () => onOnePage("Releases"),
  // the first line of that: what there is on each cloud
  "made-of": () => {
    const rows = sectionsOf("Support").flatMap(({ title, folder, text }) => {
      const cells = /^\| made of +\|(.*)\|$/m.exec(text)?.[1].split("|");
      return cells ? [[`[${title}](${folder}/)`, ...cells.map((cell) => cell.trim())]] : [];
    });
    return table([["", "AWS", "Google Cloud", "Azure"], ...rows]);
  },
};

/** What each component says under a heading of its README. */
function sectionsOf(heading) {
  const readmes = globSync("components/*/README.md").filter((file) => !file.includes("_template"));
  return readmes.sort().flatMap((file) => {
    const readme = readFileSync(file, "utf8");
    const section = new RegExp(`\n## ${heading}\n([\\s\\S]*?)(?=\n## |$)`).exec(readme);
    const title = /^# (.*)$/m.exec(readme)?.[1] ?? "";
    return section ? [{ title, folder: dirname(file), text: section[1].trim() }] : [];
  });
}
const onOnePage = (heading) =>
  sectionsOf(heading)
    .map(({ title, folder, text }) => `### [${title}](../${folder}/README.md)\n\n${text}`)
    .join("\n\n");

/** What components extend, and where that is. */
const BASES = { Component: "components/core/component.ts", Assembly: "components/core/assembly.ts" };

function parsed(file) {
  return ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
}
const classIn = (file) => parsed(file).statements.find(ts.isClassDeclaration);
const members = (file, isOwner) => parsed(file).statements.find(isOwner)?.members ?? [];

const code = (text) => `\`${text.replace(/\s+/g, " ").replaceAll("|", "\\|")}\``;
const table = (rows) => markdownTable(rows, { alignDelimiters: true });
const typeText = (member) => member.type?.getText() ?? "";
const clean = (text) => text.replace(/\s+/g, " ").trim().replace(/\.$/, "").replaceAll("|", "\\|");
const summary = (node) => clean(ts.getTextOfJSDocComment(node.jsDoc?.at(-1)?.comment) ?? "");

function defaultOf(member) {
  if (!member.questionToken) return "required";
  const tag = ts.getJSDocTags(member).find(({ tagName }) => tagName.text === "default");
  // "{" starts a link in a comment: the text is taken as it stands
  return clean(
    tag
      ?.getText()
      .replace(/^@default/, "")
      .replace(/^\s*\*/gm, "") ?? "",
  );
}

function signature(member) {
  const name = member.name.getText();
  if (!ts.isMethodDeclaration(member)) return name;
  return `${name}(${member.parameters.map((parameter) => parameter.name.getText()).join(", ")})`;
}

const write = process.argv.includes("--write");
const stale = [];

/** Brings a file up to date, or notes that it is not. */
function settle(file, fresh) {
  if (existsSync(file) && readFileSync(file, "utf8") === fresh) return;
  stale.push(file);
  if (write) writeFileSync(file, fresh);
}

settle("policies/rules/list.ts", ruleList());
for (const [file, fresh] of await carriedTypes()) settle(file, fresh);
for (const [file, fresh] of writtenSchemas()) settle(file, fresh);
// loaded only now: they read the rules of that list
const { terraformShapes } = await import("./terraform-shapes.js");
const { controlPaths } = await import("./control-paths.js");
settle("policies/check/terraform/shapes.json", terraformShapes());
settle("policies/rules/ignore-changes-hides-control/controls.json", await controlPaths());
for (const file of ["README.md", "CONTRIBUTING.md", ...globSync("docs/*.md"), ...globSync("components/*/README.md")]) {
  if (!existsSync(file)) continue;
  const fresh = readFileSync(file, "utf8").replace(BLOCK, (_, name) => {
    const make = makers[name];
    if (!make) throw new Error(`${file}: there is no generated block '${name}'`);
    return `<!-- generated:${name} -->\n${make(dirname(file))}\n<!-- /generated -->`;
  });
  settle(file, fresh);
}
const pages = await rulePages();
for (const folder of ["docs/rules", "docs/frameworks"]) mkdirSync(folder, { recursive: true });
for (const [file, fresh] of pages) settle(file, fresh);
for (const file of globSync("docs/{rules,frameworks}/*.md").filter((name) => !pages.has(name.replaceAll("\\", "/")))) {
  stale.push(file);
  if (write) rmSync(file);
}
if (stale.length > 0 && !write) {
  process.stderr.write(`out of date: ${stale.join(", ")} (npm run fix writes them)\n`);
  process.exitCode = 1;
}
