package org.rats4j.corim.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.Stream;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Findings;
import org.rats4j.core.Oid;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.corim.Corim;
import org.rats4j.corim.CorimCodes;
import org.rats4j.corim.CorimOptions;
import org.rats4j.corim.CorimProfile;
import org.rats4j.corim.CorimProfileId;
import org.rats4j.corim.CorimProfiles;
import org.rats4j.corim.Cotl;
import org.rats4j.test.vectors.VectorEntry;

/** Kinds {@code corim}, an unsigned CoRIM, and {@code cotl}, a list without its tag. */
public final class CorimEntry {
  private CorimEntry() {}

  /** Checks one entry of kind {@code corim}. */
  public static void check(VectorEntry entry) throws Exception {
    Bytes cbor = Bytes.copyOf(entry.content());
    CorimProfiles profiles = profiles(entry);
    Decoding.check(entry, findings -> read(cbor, profiles, findings));
    if (entry.reason().startsWith("profile rule")) {
      checkRule(cbor, profiles);
    }
    if (entry.notes().contains("with an unknown profile the reader must reject")) {
      assertFalse(Decoding.accepts(f -> Corim.decode(cbor, CorimProfiles.BUILT_IN, f)));
    }
  }

  /** It is the profile that refuses, and nothing else is wrong. */
  private static void checkRule(Bytes cbor, CorimProfiles profiles) throws DecodingException {
    Findings lenient = new Findings(CorimOptions.LENIENT);
    DecodingException e =
        assertThrows(DecodingException.class, () -> Corim.decode(cbor, profiles, lenient));
    assertEquals(CorimCodes.PROFILE_RULE, e.code());
    Corim.decode(cbor, CorimProfiles.NONE.keepingUnknown(), new Findings(CorimOptions.LENIENT));
  }

  /** Returns the profiles that are built in, and those that the entry names. */
  static CorimProfiles profiles(VectorEntry entry) {
    Stream<CorimProfileId> others = entry.texts("registerProfiles").stream().map(CorimEntry::id);
    CorimProfiles profiles = CorimProfiles.BUILT_IN;
    CorimProfileId ofExamples = CorimProfileId.of(Oid.of("2.16.840.1.113741.1.15.6"));
    for (CorimProfileId id : Stream.concat(Stream.of(ofExamples), others).toList()) {
      profiles = profiles.with(CorimProfile.withoutRules(id));
    }
    return profiles;
  }

  private static CorimProfileId id(String text) {
    return text.contains(":") ? CorimProfileId.of(text) : CorimProfileId.of(Oid.of(text));
  }

  private static void read(Bytes cbor, CorimProfiles profiles, Findings findings)
      throws DecodingException {
    Corim corim = Corim.decode(cbor, profiles, findings);
    corim.check().forEach(findings::add);
    Bytes encoded = corim.encode();
    if (findings.options().leniencies().isEmpty()) {
      assertEquals(CborItem.decode(cbor, CorimOptions.STRICT).encode(), encoded);
    }
    assertEquals(corim, Corim.decode(encoded, profiles, new Findings(findings.options())));
  }

  /** Checks one entry of kind {@code cotl}. */
  public static void checkCotl(VectorEntry entry) throws Exception {
    Bytes cbor = Bytes.copyOf(entry.content());
    Decoding.check(
        entry,
        findings -> {
          Cotl cotl = Cotl.decode(cbor, findings);
          assertEquals(CborItem.decode(cbor, CorimOptions.STRICT).encode(), cotl.encode());
        });
  }
}
