package org.rats4j.corim;

import java.util.List;
import java.util.Objects;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Findings;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.corim.internal.CotlCodec;
import org.rats4j.corim.internal.Source;

/**
 * A concise tag list: the tags that are to be used together, all or none of them.
 *
 * <pre>{@code
 * concise-tl-tag = {
 *   &(tag-identity: 0) => tag-identity-map
 *   &(tags-list: 1) => [ + tag-identity-map ]
 *   &(tl-validity: 2) => validity-map
 * }
 * }</pre>
 *
 * @param identity name and version of the list
 * @param tags names and versions of the tags, at least one
 * @param validity when the list may be used
 * @param unknown the entries of a newer draft; empty after a strict read
 */
public record Cotl(
    TagIdentity identity, List<TagIdentity> tags, Validity validity, RawEntries unknown) {
  /**
   * Creates a list.
   *
   * @throws IllegalArgumentException if there is no tag
   */
  public Cotl {
    Objects.requireNonNull(identity, "identity");
    tags = List.copyOf(tags);
    Objects.requireNonNull(validity, "validity");
    Objects.requireNonNull(unknown, "unknown");
    if (tags.isEmpty()) {
      throw new IllegalArgumentException("list has no tag");
    }
  }

  /**
   * Returns a list.
   *
   * @throws IllegalArgumentException if there is no tag
   */
  public static Cotl of(TagIdentity identity, List<TagIdentity> tags, Validity validity) {
    return new Cotl(identity, tags, validity, RawEntries.EMPTY);
  }

  /**
   * Decodes exactly one list, which is the content of tag 508.
   *
   * @throws DecodingException if {@code cbor} is anything else
   */
  public static Cotl decode(Bytes cbor) throws DecodingException {
    return decode(cbor, CorimOptions.STRICT);
  }

  /**
   * Decodes exactly one list, which is the content of tag 508.
   *
   * @throws DecodingException if {@code cbor} is anything else
   */
  public static Cotl decode(Bytes cbor, DecodeOptions options) throws DecodingException {
    return decode(cbor, new Findings(options));
  }

  /**
   * Decodes exactly one list and remarks to {@code findings}, under whose options it reads.
   *
   * @throws DecodingException if {@code cbor} is anything else
   */
  public static Cotl decode(Bytes cbor, Findings findings) throws DecodingException {
    return CotlCodec.read(Source.open(cbor, "cotl", findings));
  }

  /** Returns this list in deterministic CBOR, without tag 508. */
  public Bytes encode() {
    CborWriter out = new CborWriter();
    CotlCodec.write(this, out);
    return out.toBytes();
  }
}
