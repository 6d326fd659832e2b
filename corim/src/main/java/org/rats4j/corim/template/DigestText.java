package org.rats4j.corim.template;

import java.math.BigInteger;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Digest;
import org.rats4j.core.Label;
import org.rats4j.core.json.Base64Url;
import org.rats4j.core.json.JsonType;
import org.rats4j.corim.CorimCodes;

/**
 * Digests: {@code [alg, value]}, or {@code alg;value} in thumbprints. A name of the registry means
 * its number; a digest that carries the name itself has {@code {"type": "text", ..}} as algorithm.
 */
final class DigestText {
  private DigestText() {}

  static List<Digest> readList(TemplateReader in) throws DecodingException {
    return in.list(
        each -> {
          if (each.peekType() != JsonType.STRING) {
            return read(each);
          }
          Digest digest = parse(each, each.text());
          each.legacy("digest");
          return digest;
        });
  }

  /** Reads the digest of a thumbprint. */
  static Digest readThumbprint(TemplateReader in) throws DecodingException {
    return in.peekType() == JsonType.STRING ? parse(in, in.text()) : read(in);
  }

  static Digest read(TemplateReader in) throws DecodingException {
    in.startArray(2);
    Label algorithm = readAlgorithm(in);
    Bytes value = in.bytes();
    in.endArray();
    return digest(in, algorithm, value);
  }

  private static Label readAlgorithm(TemplateReader in) throws DecodingException {
    return switch (in.peekType()) {
      case STRING -> algorithm(in.text());
      case OBJECT -> Label.of(Typed.text(in));
      default -> {
        BigInteger number = in.integer();
        yield in.build(() -> Label.of(number));
      }
    };
  }

  private static Digest parse(TemplateReader in, String text) throws DecodingException {
    int semicolon = text.indexOf(';');
    int separator = semicolon < 0 ? text.indexOf(':') : semicolon;
    if (separator < 0) {
      throw in.fail(Reason.INVALID_VALUE, "digest is no algorithm and value with ; between");
    }
    Label algorithm = algorithm(text.substring(0, separator));
    Bytes value = in.bytes(text.substring(separator + 1));
    return digest(in, algorithm, value);
  }

  private static Digest digest(TemplateReader in, Label algorithm, Bytes value)
      throws DecodingException {
    Digest digest = in.build(() -> new Digest(algorithm, value));
    if (!digest.hasSizeOfAlgorithm()) {
      in.warn(CorimCodes.DIGEST_LENGTH, "digest is not as long as its algorithm makes them");
    }
    return digest;
  }

  private static Label algorithm(String text) {
    OptionalInt number = Digest.numberOf(text);
    if (number.isPresent()) {
      return Label.of(number.getAsInt());
    }
    return text.matches("[0-9]{1,9}") ? Label.of(Long.parseLong(text)) : Label.of(text);
  }

  static void writeList(TemplateWriter out, List<Digest> digests) {
    out.startArray();
    digests.forEach(digest -> write(out, digest));
    out.endArray();
  }

  static void write(TemplateWriter out, Digest digest) {
    out.startArray();
    if (digest.algorithm() instanceof Label.OfInteger number) {
      out.writeInteger(number.value());
    } else if (isOwnName(digest.algorithm())) {
      out.writeText(digest.algorithm().toString());
    } else {
      Typed.writeText(out, "text", digest.algorithm().toString());
    }
    out.writeBase64Url(digest.value()).endArray();
  }

  static void writeThumbprint(TemplateWriter out, Digest digest) {
    @Nullable String name = spelled(digest);
    if (name == null) {
      write(out, digest);
    } else {
      out.writeText(name + ";" + Base64Url.encode(digest.value()));
    }
  }

  /** Returns how the text form names the algorithm, or null if it cannot. */
  private static @Nullable String spelled(Digest digest) {
    Label algorithm = digest.algorithm();
    if (algorithm instanceof Label.OfInteger) {
      return digest.algorithmName();
    }
    boolean plain = isOwnName(algorithm) && !algorithm.toString().matches("(?s).*[;:].*");
    return plain ? algorithm.toString() : null;
  }

  /** Returns whether a name reads back as itself and not as a number. */
  private static boolean isOwnName(Label algorithm) {
    return algorithm(algorithm.toString()).equals(algorithm);
  }
}
