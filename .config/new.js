// npm run new component <name> | rule <id>: copies a template and puts the name in
import { cpSync, existsSync, globSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const NAME = /^[a-z][a-z0-9-]{1,38}$/;
const pascal = (name) => name.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase());
const camel = (name) => pascal(name).replace(/^\w/, (letter) => letter.toLowerCase());

/** Where each kind comes from and goes to, and what stands for the name in its template. */
const kinds = {
  component: {
    template: "components/_template",
    target: (name) => `components/${name}`,
    noun: "noun",
    next: "npm test -- --project components",
  },
  rule: {
    template: "policies/_template",
    target: (name) => `policies/rules/${name}`,
    noun: "rule-id",
    imports: ['"../core/', '"../../core/'],
    next: "npm run fix, which lists it, then npm test -- --project policies",
  },
};

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}

const [kind = "", name = ""] = process.argv.slice(2);
const chosen = kinds[kind];
if (!chosen) fail(`usage: npm run new -- ${Object.keys(kinds).join("|")} <name>`);
if (!NAME.test(name))
  fail(`a name has 2 to 39 small letters, digits and dashes, and begins with a letter: got '${name}'`);
const target = chosen.target(name);
if (existsSync(target)) fail(`${target} is there already`);

cpSync(chosen.template, target, { recursive: true });
rmSync(join(target, "__snapshots__"), { recursive: true, force: true });
for (const file of globSync(`${target}/**/*`, { exclude: (path) => path.includes("node_modules") })) {
  if (!/\.\w+$/.test(file)) continue;
  const text = readFileSync(file, "utf8")
    .replaceAll(chosen.noun, name)
    .replaceAll(...(chosen.imports ?? ["", ""]))
    .replaceAll(pascal(chosen.noun), pascal(name))
    .replaceAll(camel(chosen.noun), camel(name));
  writeFileSync(file, text);
  const renamed = file.replaceAll(chosen.noun, name);
  if (renamed !== file) renameSync(file, renamed);
}
process.stdout.write(`${target} is there. Next: ${chosen.next}\n`);
