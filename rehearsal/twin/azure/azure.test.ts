import { describe, expect, test } from "vitest";
import { Bench } from "../testing.ts";
import { shown } from "../type.ts";

const GROUP = "azure-native:resources:ResourceGroup";
const ACCOUNT = "azure-native:storage:StorageAccount";
const sku = { sku: { name: "Standard_LRS" }, kind: "StorageV2" };

async function group(bench: Bench) {
  return (await bench.subject(GROUP, "rg")).create({ location: "westeurope" });
}

describe("a storage account", () => {
  test("takes its name, its place and its path", async () => {
    const bench = new Bench();
    const rg = await group(bench);
    const resourceGroupName = shown(rg.outputs["name"]);
    expect(resourceGroupName).toMatch(/^rg[0-9a-f]{8}$/);
    const account = await (await bench.subject(ACCOUNT, "data")).create({ resourceGroupName, ...sku });
    expect(account.inputs).toMatchObject({ location: "westeurope", __createBeforeDelete: true });
    expect(account.id).toBe(
      `${rg.id}/providers/Microsoft.Storage/storageAccounts/${shown(account.inputs["accountName"])}`,
    );
    expect(account.outputs).toMatchObject({
      provisioningState: "Succeeded",
      type: "Microsoft.Storage/storageAccounts",
    });
    const same = { resourceGroupName, ...sku };
    expect((await account.diff(same)).changes).toBe("none");
    expect(await account.diff({ ...same, isHnsEnabled: true })).toMatchObject({
      replaces: ["isHnsEnabled"],
      deleteBeforeReplace: false,
    });
    expect((await account.diff({ ...same, minimumTlsVersion: "TLS1_2" })).replaces).toEqual([]);
  });

  test("fails at creation with a name that is too long", async () => {
    const bench = new Bench();
    const resourceGroupName = shown((await group(bench)).outputs["name"]);
    const account = await bench.subject(ACCOUNT, "mystorageaccountname");
    await expect(account.create({ resourceGroupName, ...sku })).rejects.toThrow(/AccountNameInvalid/);
  });

  test("is strict about types and nested names", async () => {
    const account = await new Bench().subject(ACCOUNT);
    const { failures } = await account.check({
      resourceGroupName: "rg",
      kind: "StorageV2",
      sku: { nam: 1 },
      isHnsEnabled: "yes",
    });
    expect(failures).toEqual([
      { property: "sku.nam", reason: "Invalid or unknown key 'nam'. Did you mean 'name'?" },
      { property: "sku.name", reason: "missing required property 'sku.name'" },
      { property: "isHnsEnabled", reason: "expected a boolean, got a string" },
    ]);
  });
});

test("a resource of any type has the identity of its own that it asks for", async () => {
  const bench = new Bench();
  const resourceGroupName = shown((await group(bench)).outputs["name"]);
  const vault = await bench.subject("azure-native:recoveryservices:Vault", "vault");
  const { outputs } = await vault.create({
    resourceGroupName,
    sku: { name: "Standard" },
    identity: { type: "SystemAssigned" },
  });
  expect(outputs["identity"]).toEqual({
    type: "SystemAssigned",
    principalId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
    tenantId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
  });
});

test("nothing is made in a group that is not there", async () => {
  const account = await new Bench({ existing: "none" }).subject(ACCOUNT, "data");
  await expect(account.create({ resourceGroupName: "gone", location: "westeurope", ...sku })).rejects.toThrow(
    /ResourceGroupNotFound/,
  );
});

test("a group takes everything in it down", async () => {
  const bench = new Bench();
  const rg = await group(bench);
  const resourceGroupName = shown(rg.outputs["name"]);
  await (await bench.subject(ACCOUNT, "data")).create({ resourceGroupName, ...sku });
  await rg.delete();
  expect(bench.twin.world.remaining()).toEqual([]);
});

test("one role is assigned once", async () => {
  const bench = new Bench();
  const grant = {
    scope: "/subscriptions/00000000-0000-4000-8000-000000000001",
    principalId: "11111111-2222-4333-8444-555555555555",
    roleDefinitionId: "/providers/Microsoft.Authorization/roleDefinitions/reader",
  };
  const type = "azure-native:authorization:RoleAssignment";
  const one = await (await bench.subject(type, "one")).create(grant);
  expect(one.inputs["roleAssignmentName"]).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect(one.id).toMatch(/^\/subscriptions\/[^/]+\/providers\/Microsoft\.Authorization\/roleAssignments\//);
  const two = await bench.subject(type, "two");
  await expect(two.create({ ...grant, roleAssignmentName: "22222222-2222-4333-8444-555555555555" })).rejects.toThrow(
    /RoleAssignmentExists/,
  );
});

test("an id gives its path parameters back", async () => {
  const type = "azure-native:servicebus:Subscription";
  const id =
    "/subscriptions/s/resourceGroups/rg/providers/Microsoft.ServiceBus/namespaces/ns/topics/t/subscriptions/sub";
  const found = await (await new Bench().subject(type)).import(id);
  expect(found?.inputs).toMatchObject({
    resourceGroupName: "rg",
    namespaceName: "ns",
    topicName: "t",
    subscriptionName: "sub",
  });
});

test("a value that the SDK does not list is a doubt, not a failure", async () => {
  const bench = new Bench();
  const account = await bench.subject(ACCOUNT, "data");
  const { failures } = await account.check({ resourceGroupName: "rg", location: "x", ...sku, accessTier: "Hott" });
  expect(failures).toEqual([]);
  expect(bench.logs).toEqual(["data: accessTier: the SDK does not list the value 'Hott'; did you mean 'Hot'?"]);
});
