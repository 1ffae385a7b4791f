import type { Cloud } from "../core/site.ts";

interface Disk {
  readonly provisioner: string;
  readonly parameters: Readonly<Record<string, string>>;
}
/** What etcd writes to: etcd waits for each write, so solid state; encrypted, which two clouds do by themselves. */
export const DISKS: { readonly [C in Cloud]: Disk } = {
  // EKS has no default class from 1.30 on
  aws: { provisioner: "ebs.csi.aws.com", parameters: { type: "gp3", encrypted: "true" } },
  // the ARM machines of the system pool take no other kind
  gcp: { provisioner: "pd.csi.storage.gke.io", parameters: { type: "hyperdisk-balanced" } },
  azure: { provisioner: "disk.csi.azure.com", parameters: { skuName: "Premium_LRS" } },
};
/** The class of its own that etcd's volumes have where none is named. */
export const OWN_CLASS = "federation-etcd";
