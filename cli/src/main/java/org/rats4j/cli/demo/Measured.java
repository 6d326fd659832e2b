package org.rats4j.cli.demo;

import java.util.Objects;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Digest;
import org.rats4j.core.Label;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.cbor.CborWriter;

/**
 * What was measured of one component (RFC 10013): a digest of a file, or a text as it is.
 *
 * <pre>{@code {1 => [name], 2 => [1, sha-256] // 5 => raw}}</pre>
 */
sealed interface Measured {
  /** The content format of a measured component in CBOR. */
  int CONTENT_FORMAT = 295;

  /** Returns the name of the component. */
  String name();

  /**
   * A file.
   *
   * @param name its name
   * @param sha256 the digest of its content
   */
  record File(String name, Bytes sha256) implements Measured {
    public File {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(sha256, "sha256");
    }

    @Override
    public Bytes encode() {
      CborWriter out = start(name);
      out.writeInt(2);
      Digest.sha256(sha256).write(out);
      return out.toBytes();
    }
  }

  /**
   * A text that was read from the system.
   *
   * @param name what it is of
   * @param value the text
   */
  record Raw(String name, String value) implements Measured {
    public Raw {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(value, "value");
    }

    @Override
    public Bytes encode() {
      return start(name).writeInt(5).writeBytes(Bytes.ofUtf8(value)).toBytes();
    }
  }

  private static CborWriter start(String name) {
    return new CborWriter().startMap(2).writeInt(1).startArray(1).writeText(name);
  }

  /** Encodes this component in deterministic CBOR. */
  Bytes encode();

  /**
   * Decodes what {@link #encode()} made.
   *
   * @throws DecodingException if {@code cbor} is anything else
   */
  static Measured decode(Bytes cbor) throws DecodingException {
    CborReader in = CborReader.of(cbor, DecodeOptions.STRICT, "measured-component");
    if (in.startMap() != 2 || !in.readLabel().equals(Label.of(1))) {
      throw in.fail(Reason.UNEXPECTED_STRUCTURE, "not a name and one measurement");
    }
    in.startArray(1);
    String name = in.readText();
    in.endArray();
    Label form = in.readLabel();
    if (form.equals(Label.of(2))) {
      Digest digest = Digest.read(in);
      if (!digest.algorithm().equals(Label.of(Digest.SHA_256))) {
        throw in.fail(Reason.UNSUPPORTED, "a digest that is not SHA-256");
      }
      return new File(name, digest.value());
    } else if (form.equals(Label.of(5))) {
      return new Raw(name, text(in.readBytes()));
    }
    throw in.fail(Reason.UNEXPECTED_STRUCTURE, "not a name and one measurement");
  }

  private static String text(Bytes utf8) {
    return new String(utf8.toByteArray(), java.nio.charset.StandardCharsets.UTF_8);
  }
}
