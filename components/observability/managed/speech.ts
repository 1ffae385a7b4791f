import type { Input, Resource } from "@pulumi/pulumi";
import type { Scope } from "../../core/scope.ts";
import type { Cloud } from "../../core/site.ts";
import type { Held, Kinds } from "../../objects/index.ts";
import type { RuleGroup } from "../rule-group.ts";

type Agent = Kinds["monitoring.coreos.com/v1alpha1/PrometheusAgent"]["spec"];
/** Where an agent writes, and how it says who it is. */
export type RemoteWrite = Held<NonNullable<Agent["remoteWrite"]>[number]>;

/** How a service of metrics is spoken with: by agents, and by Grafana. */
export interface Speech {
  readonly remoteWrite: RemoteWrite;
  /** The source of all metrics, as Grafana is told of it. */
  readonly datasource: {
    readonly type: string;
    readonly url: Input<string>;
    readonly jsonData: Readonly<Record<string, unknown>>;
  };
  /** What teaches Grafana to prove who it is there, and its version. */
  readonly plugin: string;
  /** Sections of Grafana's configuration. */
  readonly settings: Readonly<Record<string, Readonly<Record<string, string | boolean>>>>;
}
/** Keeps groups of rules in the service; `of` is what they belong to. */
export type RuleKeeper<C extends Cloud, Children extends object> = (
  scope: Scope<C, Children>,
  of: string,
  groups: readonly RuleGroup[],
) => readonly Resource[];
