/** A pack that cannot be used; the text names the pack. */
export class PackError extends Error {
  override readonly name = "PackError";
}
