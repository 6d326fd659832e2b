package org.rats4j.verifier.evidence;

/**
 * Why a verifier trusts the key of a piece of evidence. A result says which of these it was. New
 * constants may appear in minor releases.
 */
public enum KeySource {
  /** The owner of the verifier named the key. */
  GIVEN("given"),
  /** The endorsement store has the key for this device. */
  STORE("store"),
  /** An attest-key triple of a CoRIM names the key for this device. */
  CORIM("corim"),
  /** A certificate chain leads from the key to a trust anchor. */
  TRUST_ANCHOR("trust-anchor"),
  /** Another component of the same evidence, which was verified, vouches for the key. */
  COMPONENT("component"),
  /** There is no key: a secured channel vouches for claims without signature. */
  CHANNEL("channel");

  private final String wireName;

  KeySource(String wireName) {
    this.wireName = wireName;
  }

  /** Returns the name that policies and reports have for it. */
  public String wireName() {
    return wireName;
  }
}
