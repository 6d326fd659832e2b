package org.rats4j.corim.appraisal;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.Digest;
import org.rats4j.core.Label;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.corim.CorimProfileId;
import org.rats4j.corim.comid.CryptoKey;
import org.rats4j.corim.comid.IntRange;
import org.rats4j.corim.comid.Measurement;
import org.rats4j.corim.comid.MeasurementKey;
import org.rats4j.corim.comid.MeasurementValues;
import org.rats4j.corim.comid.Svn;
import org.rats4j.corim.comid.TaggedBytes;

/**
 * What the index looks for. If a tuple meets a condition, they have an atom in common: of a
 * condition one of its most selective value, of a tuple one of each value.
 */
final class Atoms {
  private static final int KEY = -1;

  /** Code points from the most selective to the least. */
  private static final int[] BY_SELECTIVITY = {
    MeasurementValues.DIGESTS,
    MeasurementValues.INTEGRITY_REGISTERS,
    MeasurementValues.RAW_VALUE,
    MeasurementValues.CRYPTO_KEYS,
    MeasurementValues.UEID,
    MeasurementValues.UUID,
    MeasurementValues.SERIAL_NUMBER,
    MeasurementValues.MAC_ADDRESS,
    MeasurementValues.IP_ADDRESS,
    MeasurementValues.NAME,
    MeasurementValues.VERSION,
    MeasurementValues.SVN,
    MeasurementValues.INT_RANGE,
    MeasurementValues.PSA_CERTIFICATE_NUMBER
  };

  private final AppraisalOptions options;

  Atoms(AppraisalOptions options) {
    this.options = options;
  }

  /**
   * Returns atoms of which every tuple that meets {@code slot} has at least one; empty if there is
   * no such value.
   */
  List<Atom> of(Slot slot) {
    if (slot.item() instanceof KeyItem item) {
      return options.has(Alternative.KEYS_BY_ENVIRONMENT) ? List.of() : ofKeys(item.keys());
    }
    Optional<CorimProfileId> profile = slot.item().source().profile();
    List<Measurement> elements = slot.elements();
    for (int codePoint : BY_SELECTIVITY) {
      for (Measurement element : elements) {
        if (!isComparedByProfile(profile, codePoint)) {
          List<Atom> atoms = pivots(codePoint, element);
          if (!atoms.isEmpty()) {
            return atoms;
          }
        }
      }
    }
    return List.of();
  }

  private boolean isComparedByProfile(Optional<CorimProfileId> profile, int codePoint) {
    return profile.isPresent()
        && options.comparator(profile.get(), Label.of(codePoint)).isPresent();
  }

  private static List<Atom> ofKeys(List<CryptoKey> keys) {
    List<Atom> atoms = new ArrayList<>();
    for (CryptoKey key : keys) {
      atoms.add(key(key));
      atoms.add(key(KeyForms.normal(key)));
    }
    return atoms.stream().distinct().toList();
  }

  private static Atom key(CryptoKey key) {
    return new Atom(name(KEY, Optional.empty(), Label.of(0)), key.encode());
  }

  /** Returns the atoms of a value in a condition; empty if other values may satisfy it, too. */
  private static List<Atom> pivots(int codePoint, Measurement element) {
    MeasurementValues values = element.values();
    boolean exact =
        switch (codePoint) {
          case MeasurementValues.RAW_VALUE ->
              values.rawValue().filter(TaggedBytes.class::isInstance).isPresent()
                  && values.rawValueMask().isEmpty();
          case MeasurementValues.SVN -> values.svn().filter(svn -> !svn.isMinimum()).isPresent();
          case MeasurementValues.INT_RANGE ->
              values.intRange().filter(IntRange::isSingle).isPresent();
          default -> true;
        };
    if (!exact) {
      return List.of();
    }
    List<Atom> atoms = new ArrayList<>();
    if (codePoint == MeasurementValues.INTEGRITY_REGISTERS) {
      // All registers have to be there: one is enough to find the tuple by.
      values
          .integrityRegisters()
          .ifPresent(
              registers -> {
                var first = registers.registers().entrySet().iterator().next();
                digests(codePoint, element.key(), first.getKey(), first.getValue(), atoms);
              });
    } else {
      collect(codePoint, element.key(), values, atoms);
    }
    return atoms;
  }

  /** Returns the atoms of all values in a tuple. */
  static List<Atom> of(Ect ect) {
    List<Atom> atoms = new ArrayList<>();
    if (ect instanceof ElementEct elements) {
      for (Element element : elements.elements()) {
        for (int codePoint : BY_SELECTIVITY) {
          collect(codePoint, element.id(), element.claims(), atoms);
        }
      }
    }
    return atoms;
  }

  /** Returns the atoms of all keys in a tuple. */
  static List<Atom> keysOf(Ect ect) {
    List<Atom> atoms = new ArrayList<>();
    if (ect instanceof KeyEct keys) {
      keys.keys().forEach(key -> atoms.add(key(key)));
    } else if (ect instanceof ElementEct elements) {
      ect.authority().forms().forEach(key -> atoms.add(key(key)));
      ect.environment()
          .instance()
          .filter(CryptoKey.class::isInstance)
          .ifPresent(instance -> atoms.add(key((CryptoKey) instance)));
      for (Element element : elements.elements()) {
        element.claims().cryptoKeys().forEach(key -> atoms.add(key(key)));
      }
    }
    return atoms;
  }

  private static void collect(
      int codePoint, Optional<MeasurementKey> id, MeasurementValues values, List<Atom> atoms) {
    switch (codePoint) {
      case MeasurementValues.DIGESTS ->
          digests(codePoint, id, Label.of(0), values.digests(), atoms);
      case MeasurementValues.INTEGRITY_REGISTERS ->
          values
              .integrityRegisters()
              .ifPresent(
                  registers ->
                      registers
                          .registers()
                          .forEach((name, list) -> digests(codePoint, id, name, list, atoms)));
      case MeasurementValues.RAW_VALUE ->
          values.rawValue().ifPresent(value -> add(codePoint, id, value.encode(), atoms));
      case MeasurementValues.CRYPTO_KEYS ->
          values.cryptoKeys().stream()
              .limit(1)
              .forEach(key -> add(codePoint, id, key.encode(), atoms));
      case MeasurementValues.UEID ->
          values.ueid().ifPresent(value -> add(codePoint, id, value, atoms));
      case MeasurementValues.UUID ->
          values.uuid().ifPresent(value -> text(codePoint, id, value.toString(), atoms));
      case MeasurementValues.SERIAL_NUMBER ->
          values.serialNumber().ifPresent(value -> text(codePoint, id, value, atoms));
      case MeasurementValues.MAC_ADDRESS ->
          values.macAddress().ifPresent(value -> add(codePoint, id, value, atoms));
      case MeasurementValues.IP_ADDRESS ->
          values.ipAddress().ifPresent(value -> add(codePoint, id, value, atoms));
      case MeasurementValues.NAME ->
          values.name().ifPresent(value -> text(codePoint, id, value, atoms));
      case MeasurementValues.VERSION ->
          values.version().ifPresent(value -> text(codePoint, id, value.version(), atoms));
      case MeasurementValues.SVN ->
          values.svn().map(Svn::value).ifPresent(value -> text(codePoint, id, "" + value, atoms));
      case MeasurementValues.PSA_CERTIFICATE_NUMBER ->
          values.psaCertificateNumber().ifPresent(value -> text(codePoint, id, value, atoms));
      default -> values.intRange().ifPresent(range -> point(codePoint, id, range, atoms));
    }
  }

  /** Adds a number, or a range that has only one. */
  private static void point(
      int codePoint, Optional<MeasurementKey> id, IntRange range, List<Atom> atoms) {
    Optional<BigInteger> min = range.min();
    if (min.isPresent() && min.equals(range.max())) {
      text(codePoint, id, min.get().toString(), atoms);
    }
  }

  private static void digests(
      int codePoint,
      Optional<MeasurementKey> id,
      Label register,
      List<Digest> digests,
      List<Atom> atoms) {
    for (Digest digest : digests) {
      CborWriter out = new CborWriter().startArray(2);
      out.writeRaw(name(codePoint, id, register)).writeLabel(DigestRule.normal(digest));
      atoms.add(new Atom(out.toBytes(), digest.value()));
    }
  }

  private static void text(
      int codePoint, Optional<MeasurementKey> id, String value, List<Atom> atoms) {
    add(codePoint, id, Bytes.ofUtf8(value), atoms);
  }

  private static void add(
      int codePoint, Optional<MeasurementKey> id, Bytes value, List<Atom> atoms) {
    atoms.add(new Atom(name(codePoint, id, Label.of(0)), value));
  }

  private static Bytes name(int codePoint, Optional<MeasurementKey> id, Label register) {
    CborWriter out = new CborWriter().startArray(3).writeInt(codePoint).writeLabel(register);
    id.ifPresentOrElse(key -> key.write(out), out::writeNull);
    return out.toBytes();
  }
}
