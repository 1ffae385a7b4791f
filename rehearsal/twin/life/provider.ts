import { createHash } from "node:crypto";
import {
  type CheckRequest,
  type CheckResult,
  type ConfigRequest,
  type ConfigureRequest,
  type CreateRequest,
  type CreateResult,
  type DeleteRequest,
  type DiffRequest,
  type DiffResult,
  type InvokeRequest,
  type InvokeResult,
  type OpenRequest,
  type Provider,
  ProviderError,
  type ReadRequest,
  type ReadResult,
  type UpdateRequest,
  type UpdateResult,
} from "../../wire/provider.ts";
import { flatten } from "../../wire/struct.ts";
import { providerType } from "../../wire/urn.ts";
import { type Properties, unwrapSecretsIn } from "../../wire/value.ts";
import { type Instead, PLAIN_FAILURES } from "../fault/failures.ts";
import type { FaultOperation } from "../fault/fault.ts";
import { invoke } from "../invoke/invoke.ts";
import type { Package, Subject } from "../package.ts";
import { contextOf, type Shared } from "../shared.ts";
import type { Site } from "../site.ts";
import { check } from "./check.ts";
import { checkConfig, diffConfig, readConfig } from "./config.ts";
import { diff } from "./diff.ts";
import { create, remove, update } from "./lifecycle.ts";
import { read } from "./read.ts";
import type { Scene } from "./scene.ts";

/** Providers do not take references to other resources: they are told ids, as the engine tells every other plugin. */
const withIds = (properties: Properties): Properties =>
  flatten(properties, { secrets: true, references: false, outputs: true });

/** One configured instance of a simulated provider. */
export class TwinProvider implements Provider {
  readonly #shared: Shared;
  readonly #package: Package;
  readonly #request: OpenRequest;
  readonly version?: string;
  #site: Site;

  constructor(shared: Shared, pkg: Package, request: OpenRequest) {
    this.#shared = shared;
    this.#package = pkg;
    this.#request = request;
    if (request.version !== undefined) this.version = request.version;
    this.#site = this.#siteFor({});
  }

  async checkConfig(request: ConfigRequest): Promise<CheckResult> {
    const settings = this.#shared.schemas.settings(this.#package.name);
    return checkConfig(request, this.#ownSchema(), settings, this.#shared.env);
  }
  async diffConfig({ oldInputs, news }: ConfigRequest): Promise<DiffResult> {
    return diffConfig(oldInputs ?? {}, news, this.#package.identityArgs?.(oldInputs ?? {}, news) ?? []);
  }
  async configure({ args }: ConfigureRequest): Promise<void> {
    this.#site = this.#siteFor(args);
  }

  async check(asked: CheckRequest): Promise<CheckResult> {
    const request = { ...asked, randomSeed: drawFor(asked.randomSeed, this.#shared.world.births(asked.urn)) };
    const subject = this.#subject(request.type);
    const refusal = this.#refusal(subject);
    if (refusal !== undefined) return { inputs: request.news, failures: [{ property: "", reason: refusal }] };
    const { world } = this.#shared;
    const { urn, name, oldInputs, randomSeed, autonaming } = request;
    if (this.#silence() !== undefined && this.#instead("check", request.type) === "as it was") {
      return { inputs: request.oldInputs ?? {}, failures: [] };
    }
    const news = withIds(request.news);
    const find = (type: string, named: string) => world.find(this.#package.name, type, named)?.outputs;
    const scene = { subject, site: this.#site, urn, name, oldInputs, randomSeed, autonaming, find };
    const result = check({ ...request, news }, scene, (inputs) =>
      contextOf(this.#shared, this.#site, subject, request, inputs),
    );
    for (const doubt of result.doubts) this.#warn(`${name}: ${doubt}`, urn);
    return { inputs: result.inputs, failures: result.failures };
  }
  async diff(request: DiffRequest): Promise<DiffResult> {
    const subject = this.#subject(request.type);
    const { subjects, ledger } = this.#shared;
    const inputs = unwrapSecretsIn(request.news);
    const planned = subject.package.planned?.(contextOf(this.#shared, this.#site, subject, request, inputs)) ?? {};
    const replacements = subjects.replacements(subject, this.#site);
    return diff(request, subject, replacements, planned, (decision) => ledger.decided(decision));
  }
  async create(request: CreateRequest): Promise<CreateResult> {
    return create(request, this.#scene(request.type));
  }
  async update(request: UpdateRequest): Promise<UpdateResult> {
    return update(request, this.#scene(request.type));
  }
  async read(request: ReadRequest): Promise<ReadResult | undefined> {
    return read(request, this.#scene(request.type));
  }
  async delete(request: DeleteRequest): Promise<void> {
    remove(request, this.#scene(request.type));
  }
  async invoke({ token, args }: InvokeRequest): Promise<InvokeResult> {
    const { log } = this.#request;
    return invoke(token, unwrapSecretsIn(withIds(args)), {
      shared: this.#shared,
      site: this.#site,
      package: this.#package,
      log,
    });
  }
  async call({ token }: InvokeRequest): Promise<InvokeResult> {
    throw new ProviderError("unimplemented", `the twin does not know the method ${token}`);
  }
  async cancel(): Promise<void> {}
  async close(): Promise<void> {}

  #ownSchema() {
    return this.#shared.schemas.resource(providerType(this.#package.name));
  }
  #siteFor(args: Properties): Site {
    const { env, places } = this.#shared;
    return this.#package.site(readConfig(args, this.#ownSchema(), env), places, env);
  }
  #subject(type: string): Subject {
    return this.#shared.subjects.of(type, this.#package);
  }
  #scene(type: string): Scene {
    const silence = this.#silence();
    if (silence !== undefined) throw new ProviderError("unavailable", silence);
    return { shared: this.#shared, site: this.#site, subject: this.#subject(type) };
  }

  /** Why what keeps its objects does not answer, if so: it is gone, or lets nobody in. */
  #silence(): string | undefined {
    const { world, subjects } = this.#shared;
    const { server } = this.#site;
    if (server === undefined) return undefined;
    const failures = this.#package.failures ?? PLAIN_FAILURES;
    const [, words] = failures.words.unavailable;
    const withHint = (hint: string | undefined) => (hint === undefined ? words : `${words} [hint: ${hint}]`);
    if (world.ended(server)) return withHint(failures.deleted);
    const keeper = world.serving(server);
    const closed = keeper && subjects.known(keeper.type)?.closed?.(unwrapSecretsIn(keeper.outputs), world);
    return closed === undefined ? undefined : withHint(closed);
  }
  #instead(operation: FaultOperation, type: string): Instead | undefined {
    return this.#package.failures?.unanswered?.({ operation, type }, this.#site.config, this.#shared.env);
  }

  /** Why a type cannot be rehearsed at all; types that can only be echoed are warned about. */
  #refusal({ token, package: pkg, schema }: Subject): string | undefined {
    if (pkg.echo === undefined ? (schema ?? pkg.free?.(token)) : false) return undefined;
    const absence = schema ? undefined : this.#shared.schemas.absence("resource", token);
    if (absence?.reason === "package not installed" && pkg.echo !== "always") {
      return `${token} is not known: the program has no SDK of package ${pkg.name}; run npm install @pulumi/${pkg.name}`;
    }
    if (absence?.reason === "token not in package" && pkg.echo !== "always") return absence.message;
    this.#warn(`${token} is not simulated: its inputs are recorded and given back as they are, nothing is executed`);
    return undefined;
  }
  #warn(text: string, urn?: string): void {
    if (this.#shared.ledger.warned(text)) this.#request.log("warning", text, urn);
  }
}

/** Each object of a URN has a made-up name of its own: one whose creation was never heard of is not found again by it. */
const drawFor = (seed: Uint8Array, births: number): Uint8Array =>
  births === 0 ? seed : createHash("sha256").update(seed).update(String(births)).digest();
