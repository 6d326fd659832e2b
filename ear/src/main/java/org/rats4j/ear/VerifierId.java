package org.rats4j.ear;

import java.util.Objects;
import org.rats4j.core.Encoding;
import org.rats4j.core.Label;

/**
 * Who made the verifier, and which build of it appraised.
 *
 * <pre>{@code
 * verifier-id = { developer: text, build: text }
 * }</pre>
 *
 * @param developer the developer, often a URI
 * @param build the build
 * @param extensions what else the token says of the verifier; usually {@link ClaimMap#EMPTY}
 */
public record VerifierId(String developer, String build, ClaimMap extensions) {
  static final Member DEVELOPER = new Member(0, "developer");
  static final Member BUILD = new Member(1, "build");

  /** What marks a member on the wire. */
  record Member(int number, String name) {
    Label label(Encoding encoding) {
      return encoding == Encoding.CBOR ? Label.of(number) : Label.of(name);
    }
  }

  /**
   * Creates an id.
   *
   * @throws IllegalArgumentException if {@code developer} or {@code build} is empty
   */
  public VerifierId {
    if (developer.isEmpty() || build.isEmpty()) {
      throw new IllegalArgumentException("developer or build of the verifier is empty");
    }
    Objects.requireNonNull(extensions, "extensions");
  }

  /**
   * Returns an id without extensions.
   *
   * @throws IllegalArgumentException if {@code developer} or {@code build} is empty
   */
  public static VerifierId of(String developer, String build) {
    return new VerifierId(developer, build, ClaimMap.EMPTY);
  }

  /** Returns developer and build. */
  @Override
  public String toString() {
    return Shown.text(developer) + " (" + Shown.text(build) + ")";
  }
}
