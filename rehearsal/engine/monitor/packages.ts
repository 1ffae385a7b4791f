import type messages from "@pulumi/pulumi/proto/resource_pb.js";
import type { PackageRequest } from "../providers/defaults.ts";
import { randomUuidFrom } from "../providers/ids.ts";

/** Packages that the program has registered; equal requests have the equal reference. */
export class Packages {
  readonly #byRef = new Map<string, PackageRequest>();

  register(request: messages.RegisterPackageRequest): string {
    const given = request.getParameterization() ?? request.getExtension$();
    const base = { baseName: request.getName(), baseVersion: request.getVersion() };
    const asked: PackageRequest = {
      package: given?.getName() || base.baseName,
      version: given?.getVersion() || base.baseVersion,
      pluginDownloadURL: request.getDownloadUrl(),
      ...(given && {
        parameterization: {
          ...base,
          name: given.getName(),
          version: given.getVersion(),
          value: given.getValue_asB64(),
        },
      }),
    };
    const ref = randomUuidFrom("package", JSON.stringify(asked));
    this.#byRef.set(ref, asked);
    return ref;
  }

  get(ref: string): PackageRequest {
    const known = this.#byRef.get(ref);
    if (!known) throw new Error(`unknown provider package '${ref}'`);
    return known;
  }
}
