/** A reference to an image, in its parts. */
export interface Image {
  readonly registry: string;
  readonly repository: string;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
}

/** The parts of `registry/repository:tag@digest`; without a registry it is Docker Hub's. */
export function parseImage(text: string): Image {
  const [name = "", digest] = text.split("@");
  const [, path = name, tag] = /^(.*?)(?::([\w.-]+))?$/.exec(name) ?? [];
  const [first = "", ...rest] = path.split("/");
  const isRegistry = rest.length > 0 && (/[.:]/.test(first) || first === "localhost");
  return isRegistry
    ? { registry: first, repository: rest.join("/"), tag, digest }
    : { registry: "docker.io", repository: path.includes("/") ? path : `library/${path}`, tag, digest };
}

/** Whether a reference means one image for ever: a digest, or a tag that names a build. */
export function pinned({ tag, digest }: Image): boolean {
  if (digest !== undefined) return /^sha256:[0-9a-f]{64}$/.test(digest);
  return tag !== undefined && (/\d+\.\d+/.test(tag) || /(^|-)[0-9a-f]{7,40}$/.test(tag) || /\d{8}/.test(tag));
}
