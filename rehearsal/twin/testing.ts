import { join } from "node:path";
import type { Provider } from "../wire/provider.ts";
import { packageOf } from "../wire/urn.ts";
import type { Properties, Value } from "../wire/value.ts";
import { createTwin, type Twin, type TwinOptions } from "./index.ts";
import { sample } from "./life/sample.ts";
import type { Schemas } from "./schema/types.ts";

/** What the services of some types ask for beyond the schema. */
const MORE: { readonly [token: string]: Properties } = {
  "aws:alb/listener:Listener": { port: 80 },
  "aws:cloudwatch/eventRule:EventRule": { scheduleExpression: "rate(1 day)" },
  "aws:ec2/instance:Instance": { ami: "ami-0123456789abcdef0", instanceType: "t3.micro" },
  "aws:ec2/route:Route": { destinationCidrBlock: "0.0.0.0/0" },
  "aws:ec2/routeTableAssociation:RouteTableAssociation": { subnetId: "some-subnetid" },
  "aws:ec2/subnet:Subnet": { cidrBlock: "10.0.0.0/24" },
  "aws:eks/cluster:Cluster": { vpcConfig: { subnetIds: ["some-subnet", "other-subnet"] } },
  "aws:lambda/eventSourceMapping:EventSourceMapping": { eventSourceArn: "some-eventsourcearn" },
  "aws:lb/listener:Listener": { port: 80 },
  "aws:lambda/function:Function": { handler: "index.handler", runtime: "nodejs22.x" },
  "aws:rds/instance:Instance": { skipFinalSnapshot: true },
  "aws:rds/subnetGroup:SubnetGroup": { subnetIds: ["some-subnet", "other-subnet"] },
  "azure-native:authorization:RoleAssignment": { principalId: "11111111-2222-4333-8444-555555555555" },
  "gcp:bigquery/table:Table": { deletionProtection: false },
  "gcp:certificateauthority/authority:Authority": { deletionProtection: false },
  "gcp:cloudfunctions/function:Function": { triggerHttp: true },
  "gcp:compute/firewall:Firewall": { allows: [{ protocol: "tcp" }], direction: "EGRESS" },
  "gcp:container/cluster:Cluster": { deletionProtection: false },
  "gcp:dns/managedZone:ManagedZone": { dnsName: "example.com." },
  "gcp:projects/iAMCustomRole:IAMCustomRole": { roleId: "someRole" },
  "gcp:sql/databaseInstance:DatabaseInstance": { deletionProtection: false },
};

/** Inputs that fill what a type requires, and nothing else. */
export function leastInputs(token: string, schemas: Schemas): Properties {
  const inputs = schemas.resource(token)?.inputs ?? {};
  const made: Record<string, Value> = { ...MORE[token] };
  for (const key of Object.keys(inputs)) {
    const input = inputs[key];
    if (input?.constant !== undefined) made[key] = input.constant;
    else if (input?.required) made[key] ??= sample(key, input.type, schemas, "some");
  }
  return made;
}

/** One object of a type, driven through the port. */
export class Subject {
  readonly urn: string;
  readonly name: string;
  readonly type: string;
  readonly #provider: Provider;
  inputs: Properties = {};
  outputs: Properties = {};
  id = "";

  constructor(provider: Provider, type: string, name = "subject") {
    this.#provider = provider;
    this.type = type;
    this.name = name;
    this.urn = `urn:pulumi:test::test::${type}::${name}`;
  }
  get #of() {
    return { urn: this.urn, name: this.name, type: this.type };
  }
  check(news: Properties, oldInputs: Properties | undefined = this.id === "" ? undefined : this.inputs) {
    return this.#provider.check({ ...this.#of, oldInputs, news, randomSeed: new Uint8Array(32).fill(7) });
  }
  async create(news: Properties): Promise<this> {
    const { inputs, failures } = await this.check(news, undefined);
    if (failures.length > 0)
      throw new Error(failures.map(({ property, reason }) => `${property}: ${reason}`).join("; "));
    const made = await this.#provider.create({ ...this.#of, properties: inputs, timeout: 0, preview: false });
    this.inputs = inputs;
    this.outputs = made.properties;
    this.id = made.id;
    return this;
  }
  async preview(news: Properties): Promise<Properties> {
    const { inputs } = await this.check(news, undefined);
    return (await this.#provider.create({ ...this.#of, properties: inputs, timeout: 0, preview: true })).properties;
  }
  async diff(news: Properties) {
    const { inputs } = await this.check(news);
    const { id, inputs: oldInputs, outputs: oldOutputs } = this;
    return this.#provider.diff({ ...this.#of, id, oldInputs, oldOutputs, news: inputs, ignoreChanges: [] });
  }
  async update(news: Properties, preview = false): Promise<Properties> {
    const { inputs } = await this.check(news);
    const { id, inputs: oldInputs, outputs: oldOutputs } = this;
    const request = { ...this.#of, id, oldInputs, oldOutputs, news: inputs, timeout: 0, ignoreChanges: [], preview };
    const { properties } = await this.#provider.update(request);
    if (!preview) Object.assign(this, { inputs, outputs: properties });
    return properties;
  }
  read() {
    return this.#provider.read({ ...this.#of, id: this.id, inputs: this.inputs, state: this.outputs, timeout: 0 });
  }
  import(id: string) {
    return this.#provider.read({ ...this.#of, id, inputs: undefined, state: undefined, timeout: 0 });
  }
  delete() {
    const { id, inputs: oldInputs, outputs: oldOutputs } = this;
    return this.#provider.delete({ ...this.#of, id, oldInputs, oldOutputs, timeout: 0 });
  }
}

export const ROOT = join(import.meta.dirname, "..", "..");

/** A twin on this repository's own SDKs, with one configured provider for each package asked for. */
export class Bench {
  readonly twin: Twin;
  readonly logs: string[] = [];
  readonly #providers = new Map<string, Provider>();
  constructor(options: Partial<TwinOptions> = {}) {
    this.twin = createTwin({ programDirectory: ROOT, ...options });
  }
  async provider(pkg: string, args: Properties = {}): Promise<Provider> {
    const known = this.#providers.get(pkg);
    if (known && Object.keys(args).length === 0) return known;
    const provider = await this.twin.open({ package: pkg, log: (_severity, message) => this.logs.push(message) });
    await provider.configure({ urn: `urn:pulumi:test::test::pulumi:providers:${pkg}::p`, id: "p", args });
    this.#providers.set(pkg, provider);
    return provider;
  }
  async subject(type: string, name?: string): Promise<Subject> {
    return new Subject(await this.provider(packageOf(type)), type, name);
  }
}
