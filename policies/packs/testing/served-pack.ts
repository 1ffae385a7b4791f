import { createRequire } from "node:module";
import type { sendUnaryData } from "@grpc/grpc-js";
import type { Policies } from "@pulumi/policy/policy.js";
import messages from "@pulumi/pulumi/proto/analyzer_pb.js";
import { CONTEXT, type Configuration } from "../../core/configuration.ts";
import { asText, type Line } from "../../core/findings-file.ts";
import { fillEmptyAssets } from "../../core/host.ts";
import type { Configured } from "../../core/level.ts";
import { openSession } from "../../core/open-session.ts";
import type { Pack } from "../../core/pack-definition.ts";
import { toPolicies } from "../../core/policies.ts";
import type { Rule } from "../../core/rule.ts";
import type { Session } from "../../core/session.ts";
import type { Framework } from "../../mappings/mapping.ts";
import type { Form } from "./forms.ts";
import { analyzeRequest, remediateRequest, type Sent, stackRequest } from "./requests.ts";

const PACK = ["served", "0.0.0", "advisory"] as const;
type Rpc<Request, Response> = (call: { request: Request }, callback: sendUnaryData<Response>) => Promise<void>;
type Make<Request, Response> = (...args: [...typeof PACK, Policies]) => Rpc<Request, Response>;
// it has no typings
const sdk = createRequire(import.meta.url)("@pulumi/policy/server") as {
  readonly makeAnalyzeRpcFun: Make<messages.AnalyzeRequest, messages.AnalyzeResponse>;
  readonly makeAnalyzeStackRpcFun: Make<messages.AnalyzeStackRequest, messages.AnalyzeResponse>;
  readonly makeRemediateRpcFun: Make<messages.AnalyzeRequest, messages.RemediateResponse>;
};
fillEmptyAssets();

/** A finding as the engine hears of it. */
type Told = messages.AnalyzeDiagnostic.AsObject;
type Properties = Sent["props"];
type FindingLine = Extract<Line, { kind: "finding" }>;
/** What a pack said about a stack: to the engine, and in the file of findings. */
export interface Answer {
  /** The resources as remediation left them. */
  readonly mended: readonly Sent[];
  readonly told: readonly Told[];
  readonly findings: readonly FindingLine[];
}

/** The SDK's own server of policies, without a process and a network between. */
export class PolicyServer {
  readonly #analyze: Rpc<messages.AnalyzeRequest, messages.AnalyzeResponse>;
  readonly #analyzeStack: Rpc<messages.AnalyzeStackRequest, messages.AnalyzeResponse>;
  readonly #remediate: Rpc<messages.AnalyzeRequest, messages.RemediateResponse>;

  constructor(policies: Policies) {
    this.#analyze = sdk.makeAnalyzeRpcFun(...PACK, policies);
    this.#analyzeStack = sdk.makeAnalyzeStackRpcFun(...PACK, policies);
    this.#remediate = sdk.makeRemediateRpcFun(...PACK, policies);
  }

  async analyze(request: messages.AnalyzeRequest): Promise<readonly Told[]> {
    return (await answerOf(this.#analyze, request)).toObject().diagnosticsList;
  }
  async analyzeStack(request: messages.AnalyzeStackRequest): Promise<readonly Told[]> {
    return (await answerOf(this.#analyzeStack, request)).toObject().diagnosticsList;
  }
  async remediate(request: messages.AnalyzeRequest): Promise<readonly messages.Remediation[]> {
    return (await answerOf(this.#remediate, request)).getRemediationsList();
  }
}

/** The policies of a pack behind that server. */
export class ServedPack {
  readonly #pack: Pack;
  readonly #configured: Configuration;
  readonly #server: PolicyServer;
  #session: Session | undefined;
  #held: ReadonlySet<unknown> | undefined;

  /** @param level of every rule, where it is not its own */
  constructor(rules: readonly Rule[], level?: Configured, frameworks: readonly Framework[] = []) {
    this.#pack = { name: PACK[0], rules, frameworks, stamped: false };
    const policies = toPolicies(
      this.#pack,
      () => {
        if (this.#session === undefined) throw new Error("nobody asked yet");
        return this.#session;
      },
      (value) => this.#held?.has(value),
    ).map((policy) =>
      level && rules.some(({ id }) => id === policy.name) ? { ...policy, enforcementLevel: level } : policy,
    );
    this.#configured = Object.fromEntries(level ? rules.map(({ id }) => [id, { level, properties: {} }]) : []);
    this.#server = new PolicyServer(policies);
  }

  /** Shows the pack each resource and then the whole stack, as one preview does. */
  async judge(stack: readonly Sent[], context: Properties, { outputs, order }: Omit<Form, "inputs">): Promise<Answer> {
    const text = this.#open(context);
    const held = stack.flatMap((sent) => sent.held ?? []);
    this.#held = stack.some((sent) => sent.held !== undefined) ? new Set(held) : undefined;
    const told: Told[] = [];
    const mended: Sent[] = [];
    for (const sent of stack) {
      // what nobody marked is not asked for its secrets
      const shown = sent.marked === true || !this.#pack.rules.some(({ asksForSecrets }) => asksForSecrets);
      const now = shown ? { ...sent, props: await this.#mend(sent) } : sent;
      mended.push(now);
      told.push(...(await this.#server.analyze(analyzeRequest(now))));
    }
    told.push(...(await this.#server.analyzeStack(stackRequest(order(mended), outputs))));
    return { mended, told, findings: findingsIn(text.join("")) };
  }

  async #mend(sent: Sent): Promise<Properties> {
    const remediations = await this.#server.remediate(remediateRequest(sent));
    return remediations.at(-1)?.getProperties()?.toJavaScript() ?? sent.props;
  }

  #open(properties: Properties): readonly string[] {
    const text: string[] = [];
    this.#session = openSession({
      pack: this.#pack,
      configuration: { ...this.#configured, [CONTEXT]: { level: "mandatory", properties } },
      lines: { write: (lines) => void text.push(asText(lines, PACK[0])) },
      phase: "preview",
      packVersion: PACK[1],
      asOf: "2026-11-23",
      exceptions: undefined,
      baseline: undefined,
    });
    return text;
  }
}

async function answerOf<Request, Response>(rpc: Rpc<Request, Response>, request: Request): Promise<Response> {
  return await new Promise((resolve, reject) => {
    // a rejection here is a call that a host would wait for until the end of time
    rpc({ request }, (error, response) => (error ? reject(error) : resolve(response as Response))).catch(reject);
  });
}

/** The findings of a file that a pack wrote. */
export function findingsIn(text: string): readonly FindingLine[] {
  const lines = text.split("\n").filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Line).filter((line) => line.kind === "finding");
}
