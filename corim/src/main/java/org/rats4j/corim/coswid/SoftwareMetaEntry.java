package org.rats4j.corim.coswid;

import java.util.List;
import java.util.Optional;
import org.rats4j.corim.TagId;

/**
 * What else there is to say about the software (RFC 9393, section 2.8).
 *
 * <pre>{@code
 * software-meta-entry = {
 *   ? activation-status (43) => text,
 *   ? channel-type (44) => text,
 *   ? colloquial-version (45) => text,
 *   ? description (46) => text,
 *   ? edition (47) => text,
 *   ? entitlement-data-required (48) => bool,
 *   ? entitlement-key (49) => text,
 *   ? generator (50) => text / bstr .size 16,
 *   ? persistent-id (51) => text,
 *   ? product (52) => text,
 *   ? product-family (53) => text,
 *   ? revision (54) => text,
 *   ? summary (55) => text,
 *   ? unspsc-code (56) => text,
 *   ? unspsc-version (57) => text,
 *   * $$software-meta-extension,
 *   global-attributes
 * }
 * }</pre>
 */
public final class SoftwareMetaEntry extends SwidMap {
  private static final Member<String> ACTIVATION_STATUS =
      Member.optional(43, "activation-status", WireValues.TEXT);
  private static final Member<String> CHANNEL_TYPE =
      Member.optional(44, "channel-type", WireValues.TEXT);
  private static final Member<String> COLLOQUIAL_VERSION =
      Member.optional(45, "colloquial-version", WireValues.TEXT);
  private static final Member<String> DESCRIPTION =
      Member.optional(46, "description", WireValues.TEXT);
  private static final Member<String> EDITION = Member.optional(47, "edition", WireValues.TEXT);
  private static final Member<Boolean> ENTITLEMENT_DATA_REQUIRED =
      Member.optional(48, "entitlement-data-required", WireValues.BOOLEAN);
  private static final Member<String> ENTITLEMENT_KEY =
      Member.optional(49, "entitlement-key", WireValues.TEXT);
  private static final Member<TagId> GENERATOR = Member.optional(50, "generator", WireValues.NAME);
  private static final Member<String> PERSISTENT_ID =
      Member.optional(51, "persistent-id", WireValues.TEXT);
  private static final Member<String> PRODUCT = Member.optional(52, "product", WireValues.TEXT);
  private static final Member<String> PRODUCT_FAMILY =
      Member.optional(53, "product-family", WireValues.TEXT);
  private static final Member<String> REVISION = Member.optional(54, "revision", WireValues.TEXT);
  private static final Member<String> SUMMARY = Member.optional(55, "summary", WireValues.TEXT);
  private static final Member<String> UNSPSC_CODE =
      Member.optional(56, "unspsc-code", WireValues.TEXT);
  private static final Member<String> UNSPSC_VERSION =
      Member.optional(57, "unspsc-version", WireValues.TEXT);

  static final Shape<SoftwareMetaEntry> SHAPE =
      new Shape<>(
          "software-meta-entry",
          SoftwareMetaEntry::new,
          List.of(
              ACTIVATION_STATUS,
              CHANNEL_TYPE,
              COLLOQUIAL_VERSION,
              DESCRIPTION,
              EDITION,
              ENTITLEMENT_DATA_REQUIRED,
              ENTITLEMENT_KEY,
              GENERATOR,
              PERSISTENT_ID,
              PRODUCT,
              PRODUCT_FAMILY,
              REVISION,
              SUMMARY,
              UNSPSC_CODE,
              UNSPSC_VERSION));

  private SoftwareMetaEntry(Content content) {
    super(content);
  }

  /** Returns an empty builder. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns in which state the licence is ({@code activation-status}). */
  public Optional<String> activationStatus() {
    return get(ACTIVATION_STATUS);
  }

  /** Returns through which channel of sales it came ({@code channel-type}). */
  public Optional<String> channelType() {
    return get(CHANNEL_TYPE);
  }

  /** Returns the version as people say it, such as a year ({@code colloquial-version}). */
  public Optional<String> colloquialVersion() {
    return get(COLLOQUIAL_VERSION);
  }

  /** Returns what the software is, at length ({@code description}). */
  public Optional<String> description() {
    return get(DESCRIPTION);
  }

  /** Returns which variant it is ({@code edition}). */
  public Optional<String> edition() {
    return get(EDITION);
  }

  /** Returns whether a proof of the licence is needed ({@code entitlement-data-required}). */
  public Optional<Boolean> entitlementDataRequired() {
    return get(ENTITLEMENT_DATA_REQUIRED);
  }

  /** Returns the key to the proof of the licence ({@code entitlement-key}). */
  public Optional<String> entitlementKey() {
    return get(ENTITLEMENT_KEY);
  }

  /** Returns the tool that made the tag ({@code generator}). */
  public Optional<TagId> generator() {
    return get(GENERATOR);
  }

  /** Returns the name that all versions of the software share ({@code persistent-id}). */
  public Optional<String> persistentId() {
    return get(PERSISTENT_ID);
  }

  /** Returns the name of the product ({@code product}). */
  public Optional<String> product() {
    return get(PRODUCT);
  }

  /** Returns the name of the products that belong together ({@code product-family}). */
  public Optional<String> productFamily() {
    return get(PRODUCT_FAMILY);
  }

  /** Returns the informal revision, such as RC1 ({@code revision}). */
  public Optional<String> revision() {
    return get(REVISION);
  }

  /** Returns what the software is, in one sentence ({@code summary}). */
  public Optional<String> summary() {
    return get(SUMMARY);
  }

  /** Returns the code of the product in the UNSPSC ({@code unspsc-code}). */
  public Optional<String> unspscCode() {
    return get(UNSPSC_CODE);
  }

  /** Returns the version of the UNSPSC that has the code ({@code unspsc-version}). */
  public Optional<String> unspscVersion() {
    return get(UNSPSC_VERSION);
  }

  /** Builds {@link SoftwareMetaEntry}. Not safe for use by several threads. */
  public static final class Builder extends SwidMap.Builder<Builder> {
    private Builder() {
      super(SHAPE);
    }

    /** Sets in which state the licence is. */
    public Builder activationStatus(String value) {
      return set(ACTIVATION_STATUS, value);
    }

    /** Sets through which channel of sales it came. */
    public Builder channelType(String value) {
      return set(CHANNEL_TYPE, value);
    }

    /** Sets the version as people say it, such as a year. */
    public Builder colloquialVersion(String value) {
      return set(COLLOQUIAL_VERSION, value);
    }

    /** Sets what the software is, at length. */
    public Builder description(String value) {
      return set(DESCRIPTION, value);
    }

    /** Sets which variant it is. */
    public Builder edition(String value) {
      return set(EDITION, value);
    }

    /** Sets whether a proof of the licence is needed. */
    public Builder entitlementDataRequired(boolean value) {
      return set(ENTITLEMENT_DATA_REQUIRED, value);
    }

    /** Sets the key to the proof of the licence. */
    public Builder entitlementKey(String value) {
      return set(ENTITLEMENT_KEY, value);
    }

    /** Sets the tool that made the tag. */
    public Builder generator(TagId value) {
      return set(GENERATOR, value);
    }

    /** Sets the name that all versions of the software share. */
    public Builder persistentId(String value) {
      return set(PERSISTENT_ID, value);
    }

    /** Sets the name of the product. */
    public Builder product(String value) {
      return set(PRODUCT, value);
    }

    /** Sets the name of the products that belong together. */
    public Builder productFamily(String value) {
      return set(PRODUCT_FAMILY, value);
    }

    /** Sets the informal revision, such as RC1. */
    public Builder revision(String value) {
      return set(REVISION, value);
    }

    /** Sets what the software is, in one sentence. */
    public Builder summary(String value) {
      return set(SUMMARY, value);
    }

    /** Sets the code of the product in the UNSPSC. */
    public Builder unspscCode(String value) {
      return set(UNSPSC_CODE, value);
    }

    /** Sets the version of the UNSPSC that has the code. */
    public Builder unspscVersion(String value) {
      return set(UNSPSC_VERSION, value);
    }

    /** Returns the metadata. */
    public SoftwareMetaEntry build() {
      return new SoftwareMetaEntry(content());
    }
  }
}
