// Velero 1.18
import type { LabelSelector } from "./shared.ts";

export interface VeleroKinds {
  "velero.io/v1/Backup": { spec?: Backup };
  "velero.io/v1/BackupStorageLocation": { spec?: StorageLocation };
  "velero.io/v1/Schedule": { spec?: Schedule };
  "velero.io/v1/VolumeSnapshotLocation": { spec?: SnapshotLocation };
}

interface Schedule {
  schedule: string;
  template: Backup;
  paused?: boolean;
  skipImmediately?: boolean;
  useOwnerReferencesInBackup?: boolean;
}
interface Scope {
  includedNamespaces?: string[];
  excludedNamespaces?: string[];
  includedResources?: string[];
  excludedResources?: string[];
  labelSelector?: LabelSelector;
}
interface Backup extends Scope {
  metadata?: { labels?: Record<string, string> };
  includeClusterResources?: boolean;
  includedClusterScopedResources?: string[];
  excludedClusterScopedResources?: string[];
  includedNamespaceScopedResources?: string[];
  excludedNamespaceScopedResources?: string[];
  orLabelSelectors?: LabelSelector[];
  orderedResources?: Record<string, string>;
  resourcePolicy?: { apiGroup?: string; kind: string; name: string };
  hooks?: { resources?: Hooks[] };
  ttl?: string;
  storageLocation?: string;
  volumeSnapshotLocations?: string[];
  volumeGroupSnapshotLabelKey?: string;
  snapshotVolumes?: boolean;
  snapshotMoveData?: boolean;
  datamover?: string;
  defaultVolumesToFsBackup?: boolean;
  csiSnapshotTimeout?: string;
  itemOperationTimeout?: string;
  uploaderConfig?: { parallelFilesUpload?: number };
}
interface Hooks extends Scope {
  name: string;
  pre?: { exec: Command }[];
  post?: { exec: Command }[];
}
interface Command {
  command: string[];
  container?: string;
  onError?: "Continue" | "Fail";
  timeout?: string;
}
interface KeyOfSecret {
  key: string;
  name?: string;
  optional?: boolean;
}
interface SnapshotLocation {
  provider: string;
  config?: Record<string, string>;
  credential?: KeyOfSecret;
}
interface StorageLocation extends SnapshotLocation {
  objectStorage: { bucket: string; prefix?: string; caCert?: string; caCertRef?: KeyOfSecret };
  accessMode?: "ReadOnly" | "ReadWrite";
  backupSyncPeriod?: string;
  default?: boolean;
  validationFrequency?: string;
}
