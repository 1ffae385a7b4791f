import type { Properties } from "./value.ts";

/**
 * The one port between the engine and whatever knows a package: the twin in this process, or a provider plugin
 * over gRPC. Semantics are those of Pulumi's ResourceProvider protocol; values are decoded and must not be changed.
 */
export interface Provider {
  /** The build that answers, where it says so. */
  readonly version?: string;
  checkConfig(request: ConfigRequest): Promise<CheckResult>;
  diffConfig(request: ConfigRequest & { readonly id: string }): Promise<DiffResult>;
  configure(request: ConfigureRequest): Promise<void>;
  check(request: CheckRequest): Promise<CheckResult>;
  diff(request: DiffRequest): Promise<DiffResult>;
  /** Throws ProviderError, or PartialFailure when the object exists but did not become ready. */
  create(request: CreateRequest): Promise<CreateResult>;
  update(request: UpdateRequest): Promise<UpdateResult>;
  /** An absent result says that the object does not exist. */
  read(request: ReadRequest): Promise<ReadResult | undefined>;
  delete(request: DeleteRequest): Promise<void>;
  invoke(request: InvokeRequest): Promise<InvokeResult>;
  /** A method call on a resource. */
  call(request: InvokeRequest): Promise<InvokeResult>;
  /** Asks running work to stop; also sent at every normal end. */
  cancel(): Promise<void>;
  close(): Promise<void>;
}

/** Where the engine gets providers from: each call opens one fresh, unconfigured instance. */
export interface ProviderSource {
  open(request: OpenRequest): Promise<Provider>;
}
export interface OpenRequest {
  readonly package: string;
  readonly version?: string;
  readonly pluginDownloadURL?: string;
  readonly parameterization?: Parameterization;
  readonly log: Log;
}
export interface Parameterization {
  readonly name: string;
  readonly version: string;
  readonly value: Uint8Array;
}
export type Severity = "debug" | "info" | "warning" | "error";
export type Log = (severity: Severity, message: string, urn?: string) => void;

/** `news` and `olds` come without secret wrappers; non-string values are JSON text, as SDKs send them. */
export interface ConfigRequest {
  readonly urn: string;
  readonly oldInputs: Properties | undefined;
  readonly oldOutputs: Properties | undefined;
  readonly news: Properties;
}
export interface ConfigureRequest {
  readonly urn: string;
  readonly id: string;
  readonly args: Properties;
}

interface Of {
  readonly urn: string;
  readonly name: string;
  readonly type: string;
}
export interface Autonaming {
  readonly proposedName: string;
  readonly mode: "propose" | "enforce" | "disable";
}
export interface CheckRequest extends Of {
  /** The inputs of the last check; absent for a new object and for the second check of a replacement. */
  readonly oldInputs: Properties | undefined;
  readonly news: Properties;
  /** 32 bytes; the same in both checks of a replacement. */
  readonly randomSeed: Uint8Array;
  readonly autonaming?: Autonaming;
}
export interface CheckFailure {
  /** Property path, empty for the resource as a whole. */
  readonly property: string;
  readonly reason: string;
}
export interface CheckResult {
  readonly inputs: Properties;
  readonly failures: readonly CheckFailure[];
}

export type DiffKind = "add" | "add-replace" | "delete" | "delete-replace" | "update" | "update-replace";
export interface PropertyDiff {
  readonly kind: DiffKind;
  /** Old and new inputs differ there, rather than old outputs and new inputs. */
  readonly inputDiff: boolean;
}
export interface DiffRequest extends Of {
  readonly id: string;
  readonly oldInputs: Properties;
  readonly oldOutputs: Properties;
  readonly news: Properties;
  readonly ignoreChanges: readonly string[];
}
export interface DiffResult {
  /** `unknown` leaves the comparison of inputs to the engine. */
  readonly changes: "unknown" | "none" | "some";
  readonly replaces: readonly string[];
  readonly diffs: readonly string[];
  readonly stables: readonly string[];
  readonly deleteBeforeReplace: boolean;
  /** By property path (`a.b[0]["k.k"]`). */
  readonly detailedDiff?: { readonly [path: string]: PropertyDiff };
}

export interface CreateRequest extends Of {
  readonly properties: Properties;
  /** Seconds; 0 is the provider's default. */
  readonly timeout: number;
  readonly preview: boolean;
}
export interface CreateResult {
  /** Empty in a preview. */
  readonly id: string;
  readonly properties: Properties;
}
export interface UpdateRequest extends Of {
  readonly id: string;
  readonly oldInputs: Properties;
  readonly oldOutputs: Properties;
  readonly news: Properties;
  readonly timeout: number;
  readonly ignoreChanges: readonly string[];
  readonly preview: boolean;
}
export interface UpdateResult {
  readonly properties: Properties;
}
export interface ReadRequest extends Of {
  readonly id: string;
  /** Absent in an import. */
  readonly inputs: Properties | undefined;
  readonly state: Properties | undefined;
  readonly timeout: number;
}
export interface ReadResult {
  readonly id: string;
  readonly properties: Properties;
  /** Absent: keep the old ones. */
  readonly inputs?: Properties;
}
export interface DeleteRequest extends Of {
  readonly id: string;
  readonly oldInputs: Properties;
  readonly oldOutputs: Properties;
  readonly timeout: number;
}
export interface InvokeRequest {
  readonly token: string;
  readonly args: Properties;
  readonly preview: boolean;
}
export interface InvokeResult {
  readonly result: Properties;
  readonly failures: readonly CheckFailure[];
}

/** gRPC status names a provider may fail with. `internal`, `unknown` and `dataLoss` leave the outcome in doubt. */
export type StatusName =
  | "cancelled"
  | "unknown"
  | "invalidArgument"
  | "deadlineExceeded"
  | "notFound"
  | "alreadyExists"
  | "permissionDenied"
  | "resourceExhausted"
  | "failedPrecondition"
  | "aborted"
  | "outOfRange"
  | "unimplemented"
  | "internal"
  | "unavailable"
  | "dataLoss"
  | "unauthenticated";

export class ProviderError extends Error {
  override readonly name: string = "ProviderError";
  readonly status: StatusName;
  constructor(status: StatusName, message: string) {
    super(message);
    this.status = status;
  }
}

/** The object exists (or was changed) but did not become ready. */
export class PartialFailure extends ProviderError {
  override readonly name = "PartialFailure";
  readonly id: string;
  readonly properties: Properties;
  readonly inputs: Properties | undefined;
  readonly reasons: readonly string[];
  constructor(id: string, properties: Properties, inputs: Properties | undefined, reasons: readonly string[]) {
    super("unknown", reasons.join("; "));
    this.id = id;
    this.properties = properties;
    this.inputs = inputs;
    this.reasons = reasons;
  }
}
