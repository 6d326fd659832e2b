package org.rats4j.verifier.store;

import java.util.Objects;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Findings;
import org.rats4j.corim.Corim;
import org.rats4j.corim.CorimOptions;
import org.rats4j.corim.CorimProfiles;
import org.rats4j.corim.TagId;
import org.rats4j.corim.TagIdentity;
import org.rats4j.corim.appraisal.Authority;
import org.rats4j.corim.comid.Comid;
import org.rats4j.corim.comid.Environment;
import org.rats4j.corim.comid.EnvironmentClass;
import org.rats4j.corim.comid.KeyTriple;
import org.rats4j.corim.comid.Triples;

/**
 * What one CoRIM says of one device.
 *
 * @param corim the CoRIM, with those of its triples alone that name the device
 * @param authority who signed the whole CoRIM
 */
public record DeviceEndorsement(Corim corim, Authority authority) {
  private static final TagId AUTHORITY = TagId.of("authority");
  private static final Environment ANYWHERE =
      Environment.of(EnvironmentClass.builder().vendor("authority").build());

  /** Creates an endorsement. */
  public DeviceEndorsement {
    Objects.requireNonNull(corim, "corim");
    Objects.requireNonNull(authority, "authority");
  }

  /** Returns the keys of the authority, which have no form of their own, as a CoMID with them. */
  Bytes encodedAuthority() {
    return encoded(authority);
  }

  static Bytes encoded(Authority authority) {
    return Comid.builder(
            TagIdentity.of(AUTHORITY),
            Triples.builder().identity(KeyTriple.of(ANYWHERE, authority.keys())).build())
        .build()
        .encode();
  }

  /**
   * Decodes what {@link #encodedAuthority()} and {@link Corim#encode()} made.
   *
   * @throws DecodingException if somebody else wrote it
   */
  static DeviceEndorsement decode(Bytes corim, Bytes authority) throws DecodingException {
    // What was read once, with the profiles of whoever put it here, is read again whatever these
    // were; the profiles of the verifier decide whether it counts.
    Findings findings = new Findings(CorimOptions.LENIENT);
    Corim read = Corim.decode(corim, CorimProfiles.BUILT_IN.keepingUnknown(), findings);
    Comid keys = Comid.decode(authority, findings);
    if (keys.triples().identity().size() != 1) {
      throw DecodingException.of(Reason.UNEXPECTED_STRUCTURE, "authority", "not one list of keys");
    }
    return new DeviceEndorsement(read, Authority.of(keys.triples().identity().get(0).keys()));
  }
}
