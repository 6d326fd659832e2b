package org.rats4j.corim;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.rats4j.cmw.Cmw;
import org.rats4j.cmw.CmwCollection;
import org.rats4j.cmw.CmwRecord;
import org.rats4j.cmw.CmwType;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Encoding;
import org.rats4j.core.Findings;
import org.rats4j.core.Label;
import org.rats4j.core.MediaType;
import org.rats4j.corim.internal.CorimCodec;
import org.rats4j.corim.internal.Source;

/**
 * CoRIMs that travel together in a CMW collection (RFC 9999), and that name each other by {@code
 * urn:uuid:} or {@code tag:RFCthis:local,}. The draft does not fix the collection type and the type
 * of the entries yet; this may change with it.
 *
 * <pre>{@code
 * { "__cmwc_t": "tag:RFCthis:corim", + label => ["application/rim+cbor", bytes .cbor corim] }
 * }</pre>
 */
public final class CorimCollection {
  /** The collection type. */
  public static final String TYPE = "tag:RFCthis:corim";

  /** The media type of an entry. */
  public static final MediaType ENTRY_TYPE = MediaType.of("application/rim+cbor");

  private static final String LEGACY_TYPE = TYPE + ":bundle";
  private static final String LOCAL_UUID = "urn:uuid:";
  private static final String LOCAL_TEXT = "tag:RFCthis:local,";
  private static final Label BASE = Label.of(0);
  private static final Label BASE_IN_JSON = Label.of("base");

  private final Map<Label, Corim> entries;

  private CorimCollection(Map<Label, Corim> entries) {
    this.entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  /**
   * Returns a collection.
   *
   * @throws IllegalArgumentException if {@code entries} is empty
   */
  public static CorimCollection of(Map<Label, Corim> entries) {
    if (entries.isEmpty()) {
      throw new IllegalArgumentException("collection is empty");
    }
    return new CorimCollection(entries);
  }

  /**
   * Decodes exactly one collection, with the CoRIMs in it, and remarks to {@code findings}, under
   * whose options it reads.
   *
   * @throws DecodingException if {@code cmw} is anything else, with the codes of {@link
   *     org.rats4j.cmw.CmwCodes} for the wrapper; as {@link Corim#decode(Bytes, CorimProfiles,
   *     Findings)} for an entry, with paths such as {@code /0/1}
   */
  public static CorimCollection decode(
      Bytes cmw, Encoding encoding, CorimProfiles profiles, Findings findings)
      throws DecodingException {
    return of(Cmw.decode(cmw, encoding, findings), profiles, findings);
  }

  /**
   * Returns the CoRIMs of a wrapper that was decoded already, such as a signed one that was
   * verified.
   *
   * @throws DecodingException as {@link #decode}
   */
  public static CorimCollection of(Cmw cmw, CorimProfiles profiles, Findings findings)
      throws DecodingException {
    if (!(cmw instanceof CmwCollection collection)) {
      throw fault("/", "no collection");
    }
    checkType(collection.type().orElse(""), findings);
    Map<Label, Corim> corims = new LinkedHashMap<>();
    for (Map.Entry<Label, Cmw> entry : collection.entries().entrySet()) {
      corims.put(entry.getKey(), corim(entry.getKey(), entry.getValue(), profiles, findings));
    }
    return new CorimCollection(corims);
  }

  private static void checkType(String type, Findings findings) throws DecodingException {
    String path = "/__cmwc_t";
    if (type.equals(LEGACY_TYPE)) {
      findings.deviation(
          CorimLeniencies.LEGACY_COLLECTION_TYPE,
          Reason.UNEXPECTED_STRUCTURE,
          path,
          "collection type of old drafts");
    } else if (!type.equals(TYPE)) {
      throw fault(path, "collection type is not that of CoRIMs");
    }
  }

  private static Corim corim(Label label, Cmw cmw, CorimProfiles profiles, Findings findings)
      throws DecodingException {
    String path = "/" + label.toString().replace("~", "~0").replace("/", "~1");
    if (!(cmw instanceof CmwRecord record)
        || !(record.type() instanceof CmwType.OfMediaType type)
        || !type.mediaType().name().equals(ENTRY_TYPE.name())) {
      throw fault(path, "entry is no " + ENTRY_TYPE);
    }
    return CorimCodec.read(Source.open(record.value(), path + "/1", profiles, findings));
  }

  private static DecodingException fault(String path, String detail) {
    return DecodingException.of(Reason.UNEXPECTED_STRUCTURE, CorimCodes.COLLECTION, path, detail);
  }

  /** Returns the CoRIMs by label, in the order of the message. */
  public Map<Label, Corim> entries() {
    return entries;
  }

  /** Returns the CoRIM from which to start: the one at label 0, in JSON {@code base}. */
  public Optional<Corim> base() {
    return Optional.ofNullable(entries.getOrDefault(BASE, entries.get(BASE_IN_JSON)));
  }

  /**
   * Returns the CoRIM that {@code href}, of a locator, names in this collection; empty if it leads
   * elsewhere.
   */
  public Optional<Corim> resolve(String href) {
    Objects.requireNonNull(href, "href");
    return entries.values().stream().filter(corim -> reference(corim).equals(href)).findFirst();
  }

  /** Returns the {@code href} under which other CoRIMs of a collection name {@code corim}. */
  public static String reference(Corim corim) {
    return (corim.id() instanceof TagId.OfUuid ? LOCAL_UUID : LOCAL_TEXT) + corim.id();
  }

  /** Returns this collection as a wrapper, its CoRIMs in deterministic encoding. */
  public CmwCollection toCmw() {
    CmwCollection.Builder collection = CmwCollection.builder().type(TYPE);
    entries.forEach(
        (label, corim) -> collection.put(label, CmwRecord.of(ENTRY_TYPE, corim.encode())));
    return collection.build();
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof CorimCollection other && entries.equals(other.entries);
  }

  @Override
  public int hashCode() {
    return entries.hashCode();
  }

  @Override
  public String toString() {
    return "collection of " + entries.size() + " CoRIMs";
  }
}
