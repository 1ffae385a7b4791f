import { describe, expect, it } from "vitest";
import type { Explanation } from "../../twin/explain/explain.ts";
import { overheard } from "../overheard.ts";

const run = (...args: readonly string[]) => overheard("explain", ...args);
async function explained(type: string): Promise<Explanation> {
  const { code, out, err } = await run("--json", type);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  return JSON.parse(out) as Explanation;
}

describe("a type is found as people write it", () => {
  it.each([
    ["aws:s3/bucket:Bucket", "aws:s3/bucket:Bucket"],
    ["aws.s3.Bucket", "aws:s3/bucket:Bucket"],
    ["AWS.S3.bucket", "aws:s3/bucket:Bucket"],
    ["gcp.compute.SSLPolicy", "gcp:compute/sSLPolicy:SSLPolicy"],
    ["azure.storage.StorageAccount", "azure-native:storage:StorageAccount"],
    ["azure_native:storage:StorageAccount", "azure-native:storage:StorageAccount"],
    ["k8s.apps.v1.Deployment", "kubernetes:apps/v1:Deployment"],
    ["kubernetes.rbac.v1.ClusterRole", "kubernetes:rbac.authorization.k8s.io/v1:ClusterRole"],
    ["kubernetes:networking.istio.io/v1:VirtualService", "kubernetes:networking.istio.io/v1:VirtualService"],
    ["random.RandomPet", "random:index/randomPet:RandomPet"],
  ])("%s", async (text, token) => {
    expect((await explained(text)).token).toBe(token);
  });

  it("and a typing mistake is told in one line, with what may be meant", async () => {
    const { code, err } = await run("gcp.storage.Bukcet");
    expect(code).toBe(2);
    expect(err).toMatch(
      /^archipel: there is no type 'gcp\.storage\.Bukcet' in gcp \d.*did you mean gcp\.storage\.Bucket\?\n$/,
    );
    expect(await run("digitalocean.Droplet")).toMatchObject({
      code: 2,
      err: expect.stringMatching(/no SDK/) as string,
    });
  });
});

describe("what is known is told", () => {
  it("of a type known by hand: ids, names, changes, defaults, references and refusals, each with its source", async () => {
    const vpc = await explained("aws.ec2.Subnet");
    expect(vpc).toMatchObject({ id: "subnet-0<16 hex>", level: "exact", sides: { outputs: { level: "exact" } } });
    expect(vpc.changes).toContainEqual({ property: "vpcId", replace: true, source: "curated", confidence: "high" });
    expect(vpc.defaults).toContainEqual({ property: "mapPublicIpOnLaunch", value: false, source: "hand" });
    expect(vpc.needs[0]).toMatchObject({ property: "vpcId", to: "aws:ec2/vpc:Vpc" });
    expect(vpc.needs[0]?.words).toMatch(/^InvalidVpcID\.NotFound: .*'\{vpcId\}'.*\[hint: declare the Vpc/);
    expect(vpc.refusals.find(({ by }) => by === "holds")?.words).toMatch(
      /DependencyViolation.*\[hint: delete what still uses/,
    );
    expect(vpc.functions).toContainEqual({ token: "aws:ec2/getSubnet:getSubnet", answered: "from what exists" });
  });

  it("of a type that has only its schema", async () => {
    const topic = await explained("gcp.datastream.ConnectionProfile");
    expect(topic.id).toBe("projects/{project}/locations/{location}/connectionProfiles/{connectionProfileId}");
    expect(topic.changes.find(({ property }) => property === "location")).toMatchObject({
      replace: true,
      source: "gcp-id",
    });
    expect(new Set(Object.values(topic.sides).map(({ level }) => level))).toEqual(new Set(["derived"]));
  });

  it("of Azure with the warning that nothing was compared", async () => {
    const { out } = await run("azure-native.storage.StorageAccount");
    expect(out).toMatch(/warning +no state of a real Azure provider has been recorded/);
    expect(out).toMatch(/name +accountName = <name><8 hex>; must be free in the whole cloud/);
    expect(out).toMatch(/AccountNameInvalid.*\[hint: change accountName/);
  });

  it("of Kubernetes with the paths of its table", async () => {
    const { changes, id } = await explained("kubernetes.apps.v1.Deployment");
    expect(id).toBe("{namespace}/{name}");
    expect(changes.filter(({ replace }) => replace).map(({ property }) => property)).toEqual([
      "metadata.name",
      "metadata.namespace",
      "spec.selector",
    ]);
  });
});
