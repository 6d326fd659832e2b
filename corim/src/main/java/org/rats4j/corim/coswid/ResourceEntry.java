package org.rats4j.corim.coswid;

import java.util.List;

/**
 * Something that the software has and that is neither file nor directory nor process (RFC 9393,
 * section 2.9.2). What it is stands in extensions.
 *
 * <pre>{@code
 * resource-entry = {
 *   type (29) => text,
 *   * $$resource-extension,
 *   global-attributes
 * }
 * }</pre>
 */
public final class ResourceEntry extends SwidMap {
  private static final Member<String> TYPE = Member.required(29, "type", WireValues.TEXT);

  static final Shape<ResourceEntry> SHAPE =
      new Shape<>("resource-entry", ResourceEntry::new, List.of(TYPE));

  private ResourceEntry(Content content) {
    super(content);
  }

  /** Returns a builder of a resource. */
  public static Builder builder(String type) {
    return new Builder().set(TYPE, type);
  }

  /** Returns the type. */
  public String type() {
    return require(TYPE);
  }

  /** Builds {@link ResourceEntry}. Not safe for use by several threads. */
  public static final class Builder extends SwidMap.Builder<Builder> {
    private Builder() {
      super(SHAPE);
    }

    /** Returns the resource. */
    public ResourceEntry build() {
      return new ResourceEntry(content());
    }
  }
}
