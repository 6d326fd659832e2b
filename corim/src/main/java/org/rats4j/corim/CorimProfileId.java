package org.rats4j.corim;

import java.util.Objects;
import org.rats4j.core.Oid;

/**
 * Names the profile of a CoRIM. It is another type than the profile of an EAT, which carries no
 * tag.
 *
 * <pre>{@code
 * $profile-type-choice /= uri / tagged-oid-type
 * }</pre>
 */
public sealed interface CorimProfileId {

  /** Returns the name {@code uri}, which is compared as text. */
  static CorimProfileId of(String uri) {
    return new OfUri(uri);
  }

  /** Returns the name {@code oid}. */
  static CorimProfileId of(Oid oid) {
    return new OfOid(oid);
  }

  /** Returns the URI, or the identifier with dots. */
  @Override
  String toString();

  /**
   * A name that is a URI, tag 32.
   *
   * @param uri the URI
   */
  record OfUri(String uri) implements CorimProfileId {
    /** Creates a name. */
    public OfUri {
      Objects.requireNonNull(uri, "uri");
    }

    @Override
    public String toString() {
      return uri;
    }
  }

  /**
   * A name that is an object identifier, tag 111.
   *
   * @param oid the identifier
   */
  record OfOid(Oid oid) implements CorimProfileId {
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
