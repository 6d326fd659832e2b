package org.rats4j.cmw;

/** The forms in which a wrapper can be encoded. */
public enum CmwForm {
  /** JSON; types are media types. */
  JSON,
  /** CBOR; a record stays a record, a tag stays a tag. */
  CBOR,
  /** CBOR; each message is a record, its type as it is. */
  CBOR_RECORD,
  /**
   * CBOR; each message is a tag, which needs a content-format and has no place for an indicator.
   */
  CBOR_TAG,
}
