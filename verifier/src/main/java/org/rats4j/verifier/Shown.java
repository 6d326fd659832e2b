package org.rats4j.verifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rats4j.core.Bytes;
import org.rats4j.core.Digest;
import org.rats4j.core.Label;
import org.rats4j.corim.appraisal.Comparison;
import org.rats4j.corim.appraisal.Mismatch;
import org.rats4j.corim.appraisal.Origin;
import org.rats4j.corim.comid.Choice;
import org.rats4j.corim.comid.CryptoKey;
import org.rats4j.corim.comid.Environment;
import org.rats4j.corim.comid.EnvironmentClass;
import org.rats4j.corim.comid.Measurement;
import org.rats4j.corim.comid.MeasurementValues;
import org.rats4j.corim.comid.TaggedBytes;
import org.rats4j.corim.comid.TaggedUeid;

/** Values of CoRIM in few words. */
final class Shown {
  private static final int LONGEST = 64;
  private static final Map<Integer, String> CODE_POINTS =
      Map.ofEntries(
          Map.entry(MeasurementValues.VERSION, "version"),
          Map.entry(MeasurementValues.SVN, "svn"),
          Map.entry(MeasurementValues.DIGESTS, "digests"),
          Map.entry(MeasurementValues.FLAGS, "flags"),
          Map.entry(MeasurementValues.RAW_VALUE, "raw-value"),
          Map.entry(MeasurementValues.RAW_VALUE_MASK, "raw-value-mask"),
          Map.entry(MeasurementValues.MAC_ADDRESS, "mac-addr"),
          Map.entry(MeasurementValues.IP_ADDRESS, "ip-addr"),
          Map.entry(MeasurementValues.SERIAL_NUMBER, "serial-number"),
          Map.entry(MeasurementValues.UEID, "ueid"),
          Map.entry(MeasurementValues.UUID, "uuid"),
          Map.entry(MeasurementValues.NAME, "name"),
          Map.entry(MeasurementValues.CRYPTO_KEYS, "cryptokeys"),
          Map.entry(MeasurementValues.INTEGRITY_REGISTERS, "integrity-registers"),
          Map.entry(MeasurementValues.INT_RANGE, "int-range"));

  private Shown() {}

  /** Returns the name of a code point and the number, as in {@code digests (2)}. */
  static String codePoint(String number) {
    for (Map.Entry<Integer, String> known : CODE_POINTS.entrySet()) {
      if (number.equals(known.getKey().toString())) {
        return known.getValue() + " (" + number + ")";
      }
    }
    return number;
  }

  /**
   * Returns why a condition was not met, such as {@code VALUE_DIFFERS in boot at digests (2): the
   * value is another one}.
   */
  static String mismatch(Mismatch mismatch) {
    return mismatch.comparison()
        + (mismatch.element().isEmpty() ? "" : " in " + mismatch.element())
        + (mismatch.codePoint().isEmpty() ? "" : " at " + codePoint(mismatch.codePoint()))
        + ": "
        + reason(mismatch.comparison());
  }

  private static String reason(Comparison comparison) {
    return switch (comparison) {
      case SATISFIED -> "it is met";
      case ENV_MISMATCH -> "nothing that is accepted has the environment";
      case AUTHORITY_MISSING -> "nobody whom the CoRIM demands says so";
      case NO_ELEMENT_ID -> "the evidence has no such measurement";
      case ATTRIBUTE_ABSENT -> "the measurement has no such value";
      case VALUE_DIFFERS -> "the value is another one";
      case BELOW_MINIMUM -> "the security version is below the minimum";
      case MIN_SVN_AS_STATE -> "the evidence has a minimum, not a security version";
      case NO_COMMON_DIGEST_ALG -> "the digests are by other algorithms";
      case DUPLICATE_DIGEST_ALG -> "two digests are by one algorithm";
      case MALFORMED_DIGESTS -> "the list of digests is empty or broken";
      case LENGTH_DIFFERS -> "the value has another length";
      case MASK_LENGTH -> "the mask has another length than the value";
      case ENTRY_MASKED -> "the evidence has a mask, not a value";
      case REGISTER_MISSING -> "the evidence has no such register";
      case OUT_OF_RANGE -> "the number is out of range";
      case UNBOUNDED_ENTRY -> "the evidence has a range, not a number";
      case KEY_POSITION -> "another key is at its position, or none";
      case NO_RULE -> "no rule says how such values are compared";
    };
  }

  /** Returns the value that a CoRIM wants, and the one that there is; nothing if it wants none. */
  static List<String> values(String wanted, String found) {
    return wanted.isEmpty()
        ? List.of()
        : List.of("CoRIM:    " + wanted, "evidence: " + (found.isEmpty() ? "nothing" : found));
  }

  /** Returns which triple it is, and who signed it. */
  static String origin(Origin origin) {
    return origin + ", " + origin.attribution();
  }

  static String environment(Environment environment) {
    List<String> parts = new ArrayList<>();
    environment.environmentClass().ifPresent(named -> add(named, parts));
    environment.instance().ifPresent(instance -> parts.add("instance " + choice(instance)));
    environment.group().ifPresent(group -> parts.add("group " + choice(group)));
    return String.join(", ", parts);
  }

  private static void add(EnvironmentClass named, List<String> parts) {
    named.id().ifPresent(id -> parts.add("class " + choice(id)));
    named.vendor().ifPresent(vendor -> parts.add("vendor " + vendor));
    named.model().ifPresent(model -> parts.add("model " + model));
    named.layer().ifPresent(layer -> parts.add("layer " + Long.toUnsignedString(layer)));
    named.index().ifPresent(index -> parts.add("index " + Long.toUnsignedString(index)));
  }

  static String measurement(Measurement measurement) {
    MeasurementValues values = measurement.values();
    List<String> parts = new ArrayList<>();
    measurement.key().ifPresent(key -> parts.add(key.toString()));
    values.name().ifPresent(name -> parts.add("\"" + name + "\""));
    values.version().ifPresent(version -> parts.add("version " + version));
    values.svn().ifPresent(svn -> parts.add("svn " + svn));
    values.digests().forEach(digest -> parts.add(digest(digest)));
    values.rawValue().ifPresent(raw -> parts.add("raw " + choice(raw)));
    for (CryptoKey key : values.cryptoKeys()) {
      parts.add((key instanceof TaggedBytes ? "signer " : "key ") + choice(key));
    }
    List<String> others =
        values.codePoints().stream().filter(Shown::isOther).map(Shown::name).toList();
    if (!others.isEmpty()) {
      parts.add("and " + String.join(", ", others));
    }
    return String.join(" ", parts);
  }

  private static boolean isOther(Label codePoint) {
    return !(codePoint instanceof Label.OfInteger number
        && number.fitsLong()
        && switch ((int) number.longValue()) {
          case MeasurementValues.NAME,
              MeasurementValues.VERSION,
              MeasurementValues.SVN,
              MeasurementValues.DIGESTS,
              MeasurementValues.RAW_VALUE,
              MeasurementValues.CRYPTO_KEYS ->
              true;
          default -> false;
        });
  }

  private static String name(Label codePoint) {
    return codePoint(codePoint.toString());
  }

  private static String digest(Digest digest) {
    return digest.algorithmName().toLowerCase(Locale.ROOT) + ":" + hex(digest.value());
  }

  static String choice(Choice choice) {
    if (choice instanceof TaggedBytes bytes) {
      return hex(bytes.value()) + quoted(bytes.value());
    } else if (choice instanceof TaggedUeid ueid) {
      return hex(ueid.value());
    }
    String text = choice.toString().replace("\n", "");
    return text.length() > 2 * LONGEST ? text.substring(0, 2 * LONGEST) + "..." : text;
  }

  /** Returns the text that the bytes are, if all of them are of ASCII and can be printed. */
  private static String quoted(Bytes value) {
    StringBuilder text = new StringBuilder(" \"");
    for (int i = 0; i < value.size(); i++) {
      int c = value.at(i);
      if (c < ' ' || c > '~' || c == '"') {
        return "";
      }
      text.append((char) c);
    }
    return value.isEmpty() || value.size() > LONGEST ? "" : text.append('"').toString();
  }

  private static String hex(Bytes value) {
    return value.size() > LONGEST
        ? value.slice(0, LONGEST).toHex() + "... (" + value.size() + " bytes)"
        : value.toHex();
  }
}
