/** Who and where the simulated clouds say they are, where neither program nor configuration says it. */
export interface Places {
  readonly aws: {
    readonly accountId: string;
    readonly partition: string;
    readonly region: string;
  };
  readonly gcp: {
    readonly project: string;
    readonly projectNumber: string;
    readonly region: string;
    readonly zone: string;
  };
  readonly azure: {
    readonly subscriptionId: string;
    readonly tenantId: string;
    readonly clientId: string;
    readonly objectId: string;
    readonly location: string;
  };
  readonly kubernetes: { readonly cluster: string; readonly version: string };
}

/** What a caller may say about the places; the rest are printed placeholders. */
export type SomePlaces = { readonly [C in keyof Places]?: Partial<Places[C]> };

const PLACEHOLDERS: Places = {
  aws: { accountId: "123456789012", partition: "aws", region: "eu-west-1" },
  gcp: { project: "example-project", projectNumber: "123456789012", region: "europe-west1", zone: "europe-west1-b" },
  azure: {
    subscriptionId: "00000000-0000-4000-8000-000000000001",
    tenantId: "00000000-0000-4000-8000-000000000002",
    clientId: "00000000-0000-4000-8000-000000000003",
    objectId: "00000000-0000-4000-8000-000000000004",
    location: "westeurope",
  },
  kubernetes: { cluster: "example-cluster", version: "v1.34.1" },
};

/** The placeholders, with what the caller said put over them. */
export const placesFrom = (some: SomePlaces = {}): Places => ({
  aws: { ...PLACEHOLDERS.aws, ...some.aws },
  gcp: { ...PLACEHOLDERS.gcp, ...some.gcp },
  azure: { ...PLACEHOLDERS.azure, ...some.azure },
  kubernetes: { ...PLACEHOLDERS.kubernetes, ...some.kubernetes },
});
