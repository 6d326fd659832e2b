package org.rats4j.corim;

/** The type choices of the specification that profiles may extend ({@code $} sockets). */
public enum ChoicePlace {
  /** {@code $class-id-type-choice}. */
  CLASS_ID("class-id"),
  /** {@code $instance-id-type-choice}. */
  INSTANCE("instance"),
  /** {@code $group-id-type-choice}. */
  GROUP("group"),
  /** {@code $measured-element-type-choice}. */
  MEASUREMENT_KEY("mkey"),
  /** {@code $raw-value-type-choice}. */
  RAW_VALUE("raw-value"),
  /** {@code $crypto-key-type-choice}. */
  CRYPTO_KEY("crypto-key");

  private final String choiceName;

  ChoicePlace(String choiceName) {
    this.choiceName = choiceName;
  }

  /** Returns the short name of the choice, as it stands in messages. */
  public String choiceName() {
    return choiceName;
  }
}
