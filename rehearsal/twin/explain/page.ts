import { join } from "node:path";
import { markdownTable } from "markdown-table";
import { fidelityOf } from "../fidelity.ts";
import { KNOWN_PACKAGES } from "../known.ts";
import type { Package, Subject } from "../package.ts";
import { openSchemas } from "../schema/index.ts";
import { Subjects } from "../shared.ts";
import { WARNINGS } from "./explain.ts";
import { writtenForm } from "./find-type.ts";

const TITLES: { readonly [pkg: string]: string } = {
  aws: "AWS",
  gcp: "Google Cloud",
  "azure-native": "Azure",
  kubernetes: "Kubernetes",
  random: "random",
  tls: "tls",
};

/** Every type of which something is known by hand, with how each side is known and from where, in Markdown. */
export function handTypesPage(): string {
  const schemas = openSchemas(join(import.meta.dirname, "..", "..", ".."));
  const subjects = new Subjects(schemas, true);
  const count = KNOWN_PACKAGES.reduce((sum, { types }) => sum + types.size, 0);
  const intro = `${count} types. E is exact (by hand, from the source named), d is derived (from the SDK's schema and rules).`;
  const warnings = Object.entries(WARNINGS).map(([pkg, warning]) => `> **${TITLES[pkg] ?? pkg}**: ${warning}.`);
  return [...warnings, intro, ...KNOWN_PACKAGES.flatMap((pkg) => section(pkg, subjects))].join("\n\n");
}

function section(pkg: Package, subjects: Subjects): readonly string[] {
  const rows = [...pkg.types.keys()].sort().map((token) => row(subjects.of(token, pkg)));
  const head = ["type", "inputs", "identity", "outputs", "replacement", "refusals", "source"];
  return [`## ${TITLES[pkg.name] ?? pkg.name} (${pkg.types.size})`, markdownTable([head, ...rows])];
}

const LETTERS = { exact: "E", derived: "d", echoed: "-" } as const;

function row(subject: Subject): readonly string[] {
  const { aspects } = fidelityOf(subject);
  const { inputs, identity, outputs, replacement, refusals } = aspects;
  const past = subject.schema ? "" : " (older SDKs)";
  return [
    `\`${writtenForm(subject.token)}\`${past}`,
    ...[inputs, identity, outputs, replacement, refusals].map((level) => LETTERS[level]),
    (subject.hand?.source ?? "").replaceAll("|", "\\|"),
  ];
}
