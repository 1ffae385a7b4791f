/** The switches of `archipel rehearse`. */
export interface RehearseOptions {
  readonly engine: "embedded" | "pulumi";
  /** The Pulumi CLI for that engine. */
  readonly pulumi?: string;
  readonly stack?: string;
  readonly organization: string;
  readonly policyPack: readonly string[];
  readonly policyPackConfig: readonly string[];
  /** Whether exceptions.yaml beside the program, or in its policies, is heard. */
  readonly exceptions: boolean;
  /** Findings that were known before. */
  readonly baseline?: string;
  readonly script: readonly string[];
  /** Faults of the first up. */
  readonly fault: readonly string[];
  readonly from?: string;
  readonly json: boolean;
  readonly out?: string;
  readonly config: readonly string[];
  readonly configFile?: string;
  readonly stackOutputs: readonly string[];
  readonly region: readonly string[];
  readonly existing: "assume" | "none";
  readonly seed: string;
  readonly asOf?: string;
  readonly requireSecrets: boolean;
  readonly keepEnv: readonly string[];
  readonly minFidelity?: "exact" | "derived" | "echoed";
  readonly parallel: number;
  /** Seconds. */
  readonly idle: number;
  /** Serve the twin as provider plugin processes. */
  readonly plugins: boolean;
}
