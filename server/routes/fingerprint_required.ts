/** A delete was asked for without the review that it rests on. */
export class FingerprintRequired extends Error {
  override readonly name = 'FingerprintRequired';
}
