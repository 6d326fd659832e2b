package org.rats4j.eat;

import java.util.Objects;
import org.rats4j.core.Oid;
import org.rats4j.core.UriSyntax;

/**
 * Names the profile that a token follows ({@code eat_profile}; RFC 9711, section 4.3.2).
 *
 * <pre>{@code profile = general-uri / general-oid}</pre>
 */
public sealed interface ProfileId permits ProfileId.OfUri, ProfileId.OfOid {

  /**
   * Returns the profile that {@code text} names, as JSON does it: an object identifier in dotted
   * form, or else a URI.
   *
   * @throws IllegalArgumentException if {@code text} is neither
   */
  static ProfileId of(String text) {
    boolean digits = !text.isEmpty() && text.charAt(0) >= '0' && text.charAt(0) <= '9';
    return digits ? new OfOid(Oid.of(text)) : new OfUri(text);
  }

  /** Returns the profile {@code oid}. */
  static ProfileId of(Oid oid) {
    return new OfOid(oid);
  }

  /** Returns the URI, or the object identifier in dotted form. */
  @Override
  String toString();

  /**
   * A URI, compared character by character.
   *
   * @param uri the URI
   */
  record OfUri(String uri) implements ProfileId {
    /**
     * Creates a name.
     *
     * @throws IllegalArgumentException if {@code uri} is not a URI with a scheme
     */
    public OfUri {
      if (!UriSyntax.isUri(uri)) {
        throw new IllegalArgumentException("profile is not a URI");
      }
    }

    @Override
    public String toString() {
      return uri;
    }
  }

  /**
   * An object identifier.
   *
   * @param oid the identifier
   */
  record OfOid(Oid oid) implements ProfileId {
    /** Creates a name. */
    public OfOid {
      Objects.requireNonNull(oid, "oid");
    }

    @Override
    public String toString() {
      return oid.toString();
    }
  }
}
