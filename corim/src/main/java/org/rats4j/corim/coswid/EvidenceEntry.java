package org.rats4j.corim.coswid;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a scan found on a device (RFC 9393, section 2.9.4).
 *
 * <pre>{@code
 * evidence-entry = {
 *   resource-collection,
 *   ? date (35) => #6.1(int),
 *   ? device-id (36) => text,
 *   ? location (23) => text,
 *   * $$evidence-extension,
 *   global-attributes
 * }
 * }</pre>
 */
public final class EvidenceEntry extends ResourceCollection {
  private static final Member<Instant> DATE = Member.optional(35, "date", WireValues.TIME);
  private static final Member<String> DEVICE_ID = Member.optional(36, "device-id", WireValues.TEXT);
  private static final Member<String> LOCATION = Member.optional(23, "location", WireValues.TEXT);

  static final Shape<EvidenceEntry> SHAPE =
      new Shape<>(
          "evidence-entry",
          EvidenceEntry::new,
          List.of(DIRECTORY, FILE, PROCESS, RESOURCE, DATE, DEVICE_ID, LOCATION));

  private EvidenceEntry(Content content) {
    super(content);
  }

  /** Returns an empty builder. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns when it was found, in whole seconds ({@code date}). */
  public Optional<Instant> date() {
    return get(DATE);
  }

  /** Returns on which device it was found ({@code device-id}). */
  public Optional<String> deviceId() {
    return get(DEVICE_ID);
  }

  /** Returns where on the device the scan began ({@code location}). */
  public Optional<String> location() {
    return get(LOCATION);
  }

  /** Builds {@link EvidenceEntry}. Not safe for use by several threads. */
  public static final class Builder extends ResourceCollection.Builder<Builder> {
    private Builder() {
      super(SHAPE);
    }

    /**
     * Sets when it was found.
     *
     * @throws IllegalArgumentException if {@code value} has a fraction of a second
     */
    public Builder date(Instant value) {
      return set(DATE, value);
    }

    /** Sets on which device it was found. */
    public Builder deviceId(String value) {
      return set(DEVICE_ID, value);
    }

    /** Sets where on the device the scan began. */
    public Builder location(String value) {
      return set(LOCATION, value);
    }

    /** Returns the evidence. */
    public EvidenceEntry build() {
      return new EvidenceEntry(content());
    }
  }
}
