import type { Controls } from "../mappings/controls.ts";
import type { Baseline } from "./baseline.ts";
import { type Exceptions, type Notice } from "./exceptions.ts";
import { type Finding, type Level, message } from "./finding.ts";
import type { Line, Lines, Phase } from "./findings-file.ts";
import type { Graph } from "./graph.ts";
import { graphOf, Judge } from "./judge.ts";
import { type Configured, levelOf } from "./level.ts";
import { type Registration, Resource } from "./resource.ts";
import type { Rule } from "./rule.ts";
import type { SecretPlace } from "./secrets.ts";
import type { Settings } from "./settings.ts";
import { normalise } from "./token.ts";

/** A finding as the engine is told about it. */
export interface Report {
  readonly name: string;
  readonly message: string;
  readonly urn: string;
  readonly level: Level;
  readonly severity: Finding["severity"];
}
type StackTags = Pick<ReadonlyMap<string, string>, "get">;
export interface SessionOptions {
  readonly rules: readonly Rule[];
  readonly controls: Controls;
  readonly settings: Settings;
  readonly exceptions: Exceptions;
  readonly baseline: Baseline;
  readonly lines: Lines;
  readonly phase: Phase;
  readonly configured: Readonly<Record<string, Configured>>;
  readonly unknownBlocks: boolean;
}

/** One run of a pack over one stack: remembers the inputs until the whole is judged. */
export class Session {
  readonly #options: SessionOptions;
  readonly #judge: Judge;
  readonly #rules: ReadonlyMap<string, Rule>;
  readonly #seen = new Map<string, Registration>();
  readonly #secrets = new Map<string, readonly SecretPlace[]>();
  readonly #open = new Map<string, number>();
  readonly #left = new Map<string, string>();

  constructor(options: SessionOptions) {
    const { rules, configured } = options;
    const active = rules.filter(({ id }) => configured[id] !== "disabled");
    this.#options = options;
    this.#judge = new Judge(active);
    this.#rules = new Map(active.map((rule) => [rule.id, rule]));
    const off = rules.filter((rule) => !active.includes(rule));
    options.lines.write(off.map(({ id }) => ({ kind: "notice", failing: false, text: `rule ${id} is disabled` })));
  }

  get settings(): Settings {
    return this.#options.settings;
  }

  /** Remembers why a rule did not mend a resource, until it finds the fault again. */
  leave(rule: Rule, urn: string, why: string): undefined {
    this.#left.set(`${rule.id} ${urn}`, why);
  }

  /** Takes note of the secrets of a resource, before it is judged. */
  noteSecrets(urn: string, places: readonly SecretPlace[]): void {
    this.#secrets.set(urn, places);
  }

  /** Judges a resource by its checked inputs, before it is created. */
  resource(shown: Registration, tags: StackTags): readonly Report[] {
    this.#options.settings.stackEnvironment = tags.get("environment");
    const registration = { ...shown, secrets: this.#secrets.get(shown.urn) ?? shown.secrets };
    this.#seen.set(registration.urn, registration);
    return this.#tell(this.#judge.resource(new Resource(registration), this.#options.settings));
  }

  /** Judges the whole stack: the inputs seen before, with the edges known only now. */
  stack(registrations: readonly Registration[], tags: StackTags): readonly Report[] {
    this.#options.settings.stackEnvironment = tags.get("environment");
    const resources = registrations.map((registration) => {
      const { inputs, secrets } = this.#seen.get(registration.urn) ?? registration;
      return new Resource({ ...registration, inputs, secrets });
    });
    const graph = graphOf(resources);
    const reports = this.#tell(this.#judge.stack(graph, this.#options.settings));
    const root = registrations.find(({ type }) => type === "pulumi:pulumi:Stack")?.urn ?? "";
    this.#show(graph);
    return [...reports, ...this.#close(resources, registrations, root)];
  }

  #tell(judged: readonly Finding[]): readonly Report[] {
    const { exceptions, baseline, lines: out, settings, controls, ...rest } = this.#options;
    const said = settings.environment();
    const environment = said.state === "known" ? said.value : undefined;
    const circumstanceOf = ({ id }: Rule) => ({ ...rest, environment, configured: rest.configured[id] });
    const lines: Line[] = [];
    const reports: Report[] = [];
    for (const verdict of judged) {
      const finding = exceptions.apply(this.#explained(verdict));
      const rule = this.#rules.get(finding.rule);
      if (rule === undefined) continue;
      const known = baseline.knows(finding);
      const level = known ? "advisory" : levelOf(finding, rule, circumstanceOf(rule));
      const { why: _, ...own } = finding;
      lines.push({
        kind: "finding",
        cause: this.#cause(finding.urn),
        ...(level && { level }),
        ...(known && { known }),
        ...own,
      });
      if (level) {
        const { rule: name, urn, severity } = finding;
        const text = message(finding, controls.of(name, finding.type));
        reports.push({ name, message: text, urn, level, severity });
      } else if (finding.verdict.startsWith("undetermined")) {
        this.#open.set(finding.verdict, (this.#open.get(finding.verdict) ?? 0) + 1);
      }
    }
    out.write(lines);
    return reports;
  }

  #show(graph: Graph): void {
    const shown = [...this.#rules.values()].flatMap(
      ({ id, shows }) => shows?.({ graph, config: this.settings.of(id) }) ?? [],
    );
    this.#options.lines.write(shown.map((path): Line => ({ kind: "path", ...path })));
  }

  #explained(finding: Finding): Finding {
    const left = this.#left.get(`${finding.rule} ${finding.urn}`);
    return left === undefined ? finding : { ...finding, what: `${finding.what} (not mended: ${left})` };
  }

  #close(resources: readonly Resource[], registrations: readonly Registration[], root: string): readonly Report[] {
    // components have no provider: what they are made of is judged
    const custom = resources.filter(({ providerUrn }) => providerUrn !== undefined);
    const counts = Map.groupBy(custom, ({ type }) => type);
    const coverage = [...counts].map(([type, { length }]): Line => {
      return { kind: "coverage", type, resources: length, rules: this.#judge.coverage(type) };
    });
    const foreign = new Set(registrations.filter(({ type }) => !normalise(type).covered).map(({ type }) => type));
    const open = [...this.#open].map(([word, count]) => `${count} checks are ${word}`);
    const idle = [...this.#rules.values()].filter(
      ({ id, remediate }) => this.#options.configured[id] === "remediate" && remediate === undefined,
    );
    const notices: readonly Notice[] = [
      ...this.#options.exceptions.notices(),
      ...(idle.length > 0
        ? [
            {
              failing: false,
              text: `level remediate is mandatory for what mends nothing: ${idle.map(({ id }) => id).join(", ")}`,
            },
          ]
        : []),
      ...(foreign.size > 0 ? [{ failing: false, text: `no rule reads ${[...foreign].sort().join(", ")}` }] : []),
      ...(open.length > 0 ? [{ failing: false, text: open.join(", ") }] : []),
    ];
    this.#options.lines.write([...coverage, ...notices.map((notice): Line => ({ kind: "notice", ...notice }))]);
    return notices.map(({ failing, text }) => ({
      name: "graph",
      message: text,
      urn: root,
      level: failing ? "mandatory" : "advisory",
      severity: failing ? "high" : "low",
    }));
  }

  // the outermost component: one cause, however many children it has
  #cause(urn: string): string {
    let cause = urn;
    for (let up = this.#seen.get(urn)?.parent; up !== undefined; up = this.#seen.get(up)?.parent) {
      if (up.includes("::pulumi:pulumi:Stack::")) break;
      cause = up;
    }
    return cause;
  }
}
