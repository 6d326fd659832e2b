package org.rats4j.corim.coswid;

import java.util.List;

/**
 * What is on a device after the software was installed (RFC 9393, section 2.9.3).
 *
 * <pre>{@code
 * payload-entry = {
 *   resource-collection,
 *   * $$payload-extension,
 *   global-attributes
 * }
 * }</pre>
 */
public final class PayloadEntry extends ResourceCollection {
  static final Shape<PayloadEntry> SHAPE =
      new Shape<>("payload-entry", PayloadEntry::new, List.of(DIRECTORY, FILE, PROCESS, RESOURCE));

  private PayloadEntry(Content content) {
    super(content);
  }

  /** Returns an empty builder. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds {@link PayloadEntry}. Not safe for use by several threads. */
  public static final class Builder extends ResourceCollection.Builder<Builder> {
    private Builder() {
      super(SHAPE);
    }

    /** Returns the payload. */
    public PayloadEntry build() {
      return new PayloadEntry(content());
    }
  }
}
